import type { ConventionAt } from '#app/reconciliation/convention_at'
import {
  FINDING_CODES,
  isBlocking,
  type FindingCode,
} from '#app/reconciliation/findings/finding_codes'
import { associationFilter } from '#app/network/association_filter'
import { choicesOf } from '#app/shared/screens/choices_of'
import type { List, StateLabel } from '#app/shared/screens/list'

interface FindingRow {
  id: number
  code: string
  formId: number | null
  saisineId: number | null
  subject: string
  reference: string
  association: string
  message: string
  remedy: string
  answer: string
}

const CODES: Readonly<Record<string, StateLabel>> = Object.fromEntries(
  Object.entries(FINDING_CODES).map(([code, { label }]) => [
    code,
    { label, tone: isBlocking(code as FindingCode) ? ('alert' as const) : ('calm' as const) },
  ])
)

const BLOCKING: Readonly<Record<string, StateLabel>> = {
  yes: { label: 'empêche le paiement', tone: 'alert' },
  no: { label: 'n’empêche pas', tone: 'calm' },
}

export const ANSWERS: Readonly<Record<string, StateLabel>> = {
  none: { label: 'aucune', tone: 'calm' },
  accepted: { label: 'acceptée', tone: 'good' },
  refused: { label: 'refusée', tone: 'alert' },
  linked: { label: 'rattachée', tone: 'good' },
}

/** Everything that the last reconciliation of a convention observed, with what people answered. */
export function findingsList({ id, code }: ConventionAt): List<FindingRow> {
  return {
    name: 'constats',
    caption: `Constats de la convention ${code}`,
    noun: ['constat', 'constats'],
    sql: `SELECT n.id, n.code, CASE WHEN n.blocking THEN 'yes' ELSE 'no' END AS blocking, n.form_id AS "formId",
        n.saisine_id AS "saisineId",
        CASE WHEN n.form_id IS NULL THEN 'Saisine' ELSE 'Fiche n°\u00a0' || n.form_id END AS subject,
        coalesce(f.reference, s.reference) AS reference, a.code AS association,
        n.message, n.remedy, coalesce(d.verdict, 'none') AS answer
      FROM findings n LEFT JOIN return_forms f ON f.id = n.form_id LEFT JOIN saisines s ON s.id = n.saisine_id
      JOIN associations a ON a.id = coalesce(f.association_id, s.association_id)
      LEFT JOIN decisions d ON d.form_id = n.form_id AND d.code = n.code AND d.undone_at IS NULL
      WHERE n.convention_id = ?`,
    bindings: [id],
    columns: [
      {
        key: 'subject',
        label: 'Sur',
        heads: true,
        href: ({ formId, saisineId }) =>
          formId === null ? `/saisines/${saisineId}` : `/fiches/${formId}`,
      },
      { key: 'reference', label: 'Référence', kind: 'code' },
      { key: 'association', label: 'Association', kind: 'code' },
      { key: 'code', label: 'Constat', kind: 'state', states: CODES },
      { key: 'message', label: 'Ce qui est observé' },
      { key: 'remedy', label: 'Que faire' },
      { key: 'answer', label: 'Réponse', kind: 'state', states: ANSWERS },
    ],
    filters: [
      { name: 'q', label: 'Référence', kind: 'contains', columns: ['reference'] },
      {
        name: 'constat',
        label: 'Constat',
        kind: 'choice',
        column: 'code',
        choices: () => choicesOf(CODES),
      },
      {
        name: 'effet',
        label: 'Effet',
        kind: 'choice',
        column: 'blocking',
        choices: () => choicesOf(BLOCKING),
      },
      associationFilter,
      {
        name: 'reponse',
        label: 'Réponse',
        kind: 'choice',
        column: 'answer',
        choices: () => choicesOf(ANSWERS),
      },
    ],
    order: 'reference',
    empty: 'Aucun constat : la convention n’a pas encore été rapprochée, ou tout concorde.',
  }
}
