import { pageOf, type Asked } from '#app/portal/api/page_of'
import type { Cents } from '#app/shared/cents'
import type { Day } from '#app/shared/day'
import { row, rows } from '#app/shared/rows'

interface ApiStatement {
  mark: number
  numero: string
  convention: string
  campagne: string
  emis_le: Date
  total_centimes: Cents
  a_payer_centimes: Cents
  lignes: number
  /** Of the last transfer; null before any. */
  virement: { etat: string; date: Day; montant_centimes: Cents } | null
}

const STATEMENT = `SELECT s.id AS mark, s.number AS numero, c.code AS convention, r.code AS campagne, s.issued_at AS emis_le,
    s.total_cents AS total_centimes, s.payable_cents AS a_payer_centimes, s.line_count AS lignes,
    (SELECT json_build_object('etat', CASE t.state WHEN 'issued' THEN 'demande' WHEN 'accepted' THEN 'accepte'
        WHEN 'executed' THEN 'execute' WHEN 'rejected' THEN 'rejete' ELSE 'retourne' END,
        'date', o.execution_date, 'montant_centimes', t.amount_cents)
      FROM transfers t JOIN transfer_orders o ON o.id = t.transfer_order_id WHERE t.statement_id = s.id
      ORDER BY t.id DESC LIMIT 1) AS virement
  FROM statements s JOIN runs r ON r.id = s.run_id JOIN conventions c ON c.id = r.convention_id`

/** The statements of the association in the order in which they were issued. Reads behind the wall. */
export async function apiStatements(asked: Asked) {
  const { rows: releves, suite } = pageOf(
    await rows<ApiStatement>(`${STATEMENT} WHERE s.id > ? ORDER BY s.id LIMIT ?`, [
      asked.after,
      asked.limit + 1,
    ]),
    asked
  )
  return { releves, suite }
}

interface ApiLine {
  mark: number
  nature: 'prestation' | 'regularisation' | 'solde_repris'
  saisine: string | null
  prestation: string | null
  date_du_bareme: Day | null
  quantite: number | null
  unitaire_centimes: Cents | null
  reduction_centimes: Cents
  montant_centimes: Cents
}

/** One statement with its lines, a page at a time; null when the association has none of this number. */
export async function apiStatement(number: string, asked: Asked) {
  const found = await row<ApiStatement>(`${STATEMENT} WHERE s.number = ?`, [number])
  if (!found) return null
  const { mark, ...releve } = found
  const { rows: lignes, suite } = pageOf(
    await rows<ApiLine>(
      `SELECT l.position AS mark, CASE l.kind WHEN 'service' THEN 'prestation' WHEN 'correction' THEN 'regularisation'
           ELSE 'solde_repris' END AS nature,
         g.reference AS saisine, l.service_code AS prestation, l.priced_on AS date_du_bareme, l.quantity_retained AS quantite,
         l.unit_cents AS unitaire_centimes, l.reduction_cents AS reduction_centimes, l.amount_cents AS montant_centimes
       FROM statements s JOIN settlement_lines l ON l.run_id = s.run_id AND l.association_id = s.association_id
       LEFT JOIN saisines g ON g.id = l.saisine_id
       WHERE s.id = ? AND l.position > ?::bigint ORDER BY l.position LIMIT ?`,
      [mark, asked.after, asked.limit + 1]
    ),
    asked
  )
  return { releve: { ...releve, lignes }, suite }
}
