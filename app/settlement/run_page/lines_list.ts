import type { List, StateLabel } from '#app/shared/screens/list'
import { rows } from '#app/shared/rows'

interface LineRow {
  id: number
  number: number
  association: string
  kind: string
  saisineId: number | null
  reference: string | null
  service: string | null
  pricedOn: string | null
  quantity: number | null
  unitCents: number | null
  reductionCents: number
  amountCents: number
}

export const LINE_KINDS: Readonly<Record<string, StateLabel>> = {
  service: { label: 'prestation', tone: 'calm' },
  correction: { label: 'régularisation', tone: 'waiting' },
  carry_forward: { label: 'solde repris', tone: 'waiting' },
  arrears: { label: 'abattement repris', tone: 'good' },
  abatement: { label: 'abattement au prorata', tone: 'alert' },
}

/**
 * The number that a statement prints: services, corrections, balances, then what the envelope gives back or takes off,
 * the reverse order of their codes. It is counted for the rows of a page only, and from what stands before them: a run
 * has lines by the 100,000.
 */
const OF_RUN = `SELECT *, (SELECT count(*) FROM settlement_lines before
      WHERE before.run_id = line.run_id AND before.association_id = line.association_id
        AND before.position <= line.position AND before.kind >= line.kind)
    + CASE kind WHEN 'service' THEN 0 ELSE (SELECT count(*) FROM settlement_lines after
      WHERE after.run_id = line.run_id AND after.association_id = line.association_id
        AND after.position > line.position AND after.kind > line.kind) END AS number
  FROM settlement_lines line WHERE run_id = ?`

const OF_ASSOCIATION = `SELECT *, row_number() OVER (ORDER BY kind DESC, position) AS number
  FROM settlement_lines WHERE run_id = ? AND association_id = ?`

const TOTALS_OF_RUN = `SELECT coalesce(sum(lines), 0)::bigint AS count, coalesce(sum(total_cents), 0)::bigint AS sum
  FROM run_associations WHERE run_id = ?`

/** The lines of a run, or of one association in it, numbered as its statement prints them; each says why. */
export function linesList(runId: number, associationId: number | null): List<LineRow> {
  const bindings = associationId === null ? [runId] : [runId, associationId]
  return {
    name: associationId === null ? 'campagne-lignes' : 'releve-lignes',
    caption: 'Lignes de règlement',
    noun: ['ligne', 'lignes'],
    sql: `SELECT l.id, l.number, a.code AS association, l.kind, s.id AS "saisineId", s.reference, coalesce(f.label, other.label) AS service,
        l.priced_on AS "pricedOn", l.quantity_retained AS quantity, l.unit_cents AS "unitCents",
        l.reduction_cents AS "reductionCents", l.amount_cents AS "amountCents"
      FROM (${associationId === null ? OF_RUN : OF_ASSOCIATION}) l
      JOIN associations a ON a.id = l.association_id
      LEFT JOIN saisines s ON s.id = l.saisine_id
      LEFT JOIN fees f ON f.id = l.fee_id
      LEFT JOIN settlement_lines corrected ON corrected.id = l.corrects_line_id
      LEFT JOIN fees other ON other.id = corrected.fee_id`,
    bindings,
    ...(associationId === null ? { totals: TOTALS_OF_RUN } : {}),
    columns: [
      { key: 'number', label: 'N°', kind: 'number', unsorted: associationId === null },
      ...(associationId === null
        ? [{ key: 'association' as const, label: 'Association', kind: 'code' as const }]
        : []),
      {
        key: 'reference',
        label: 'Saisine',
        kind: 'code',
        heads: true,
        href: ({ saisineId }) => (saisineId === null ? null : `/saisines/${saisineId}`),
      },
      { key: 'service', label: 'Prestation' },
      { key: 'kind', label: 'Nature', kind: 'state', states: LINE_KINDS },
      { key: 'pricedOn', label: 'Barème du', kind: 'day' },
      { key: 'quantity', label: 'Quantité', kind: 'number' },
      { key: 'unitCents', label: 'Prix unitaire', kind: 'cents' },
      { key: 'reductionCents', label: 'Retranché', kind: 'cents' },
      { key: 'amountCents', label: 'Montant', kind: 'cents', href: ({ id }) => `/lignes/${id}` },
    ],
    filters: [
      {
        name: 'q',
        label: 'Saisine ou prestation',
        kind: 'contains',
        columns: ['reference', 'service'],
      },
      ...(associationId === null
        ? [
            {
              name: 'association',
              label: 'Association',
              kind: 'choice' as const,
              column: 'association',
              choices: () => associationsOf(runId),
            },
          ]
        : []),
      {
        name: 'nature',
        label: 'Nature',
        kind: 'choice',
        column: 'kind',
        choices: () => Object.entries(LINE_KINDS).map(([value, { label }]) => ({ value, label })),
      },
    ],
    order: associationId === null ? 'association' : 'number',
    sum: { key: 'amountCents', label: 'Somme' },
    empty: 'Aucune ligne.',
  }
}

function associationsOf(runId: number) {
  return rows<{ value: string; label: string }>(
    `SELECT code AS value, code || ' ' || name AS label FROM associations
     WHERE id IN (SELECT association_id FROM run_associations WHERE run_id = ?) ORDER BY code`,
    [runId]
  )
}
