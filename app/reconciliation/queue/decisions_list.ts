import type { ConventionAt } from '#app/reconciliation/convention_at'
import { ANSWERS } from '#app/reconciliation/findings/findings_list'
import { FINDING_CODES } from '#app/reconciliation/findings/finding_codes'
import { choicesOf } from '#app/shared/screens/choices_of'
import type { List, StateLabel } from '#app/shared/screens/list'

interface DecisionRow {
  id: number
  formId: number
  reference: string
  code: string
  verdict: string
  reason: string
  who: string
  at: Date
  state: string
}

/** What a decision answers; `RETENUE` is the very retention of the form. */
export const DECIDED_ON: Readonly<Record<string, StateLabel>> = {
  ...Object.fromEntries(
    Object.entries(FINDING_CODES).map(([code, { label }]) => [
      code,
      { label, tone: 'calm' as const },
    ])
  ),
  RETENUE: { label: 'Retenue', tone: 'calm' },
}

const STATES: Readonly<Record<string, StateLabel>> = {
  live: { label: 'en vigueur', tone: 'good' },
  undone: { label: 'reprise', tone: 'calm' },
}

/** Who answered what, when and why, on the forms of a convention; answers taken back too. */
export function decisionsList({ id, code }: ConventionAt): List<DecisionRow> {
  return {
    name: 'decisions',
    caption: `Décisions sur les fiches de la convention ${code}`,
    noun: ['décision', 'décisions'],
    sql: `SELECT d.id, d.form_id AS "formId", f.reference, d.code, d.verdict, d.reason,
        u.full_name AS who, d.decided_at AS at, CASE WHEN d.undone_at IS NULL THEN 'live' ELSE 'undone' END AS state
      FROM decisions d JOIN return_forms f ON f.id = d.form_id
      JOIN users u ON u.id = d.decided_by WHERE f.convention_id = ?`,
    bindings: [id],
    columns: [
      {
        key: 'id',
        label: 'Décision',
        kind: 'code',
        heads: true,
        href: (one) => `/decisions/${one.id}`,
      },
      { key: 'at', label: 'Prise le', kind: 'instant' },
      { key: 'who', label: 'Par' },
      { key: 'formId', label: 'Fiche', kind: 'code', href: ({ formId }) => `/fiches/${formId}` },
      { key: 'reference', label: 'Référence', kind: 'code' },
      { key: 'code', label: 'Constat', kind: 'state', states: DECIDED_ON },
      { key: 'verdict', label: 'Réponse', kind: 'state', states: ANSWERS },
      { key: 'reason', label: 'Pourquoi' },
      { key: 'state', label: 'État', kind: 'state', states: STATES },
    ],
    filters: [
      {
        name: 'q',
        label: 'Référence ou motif',
        kind: 'contains',
        columns: ['reference', 'reason'],
      },
      {
        name: 'reponse',
        label: 'Réponse',
        kind: 'choice',
        column: 'verdict',
        choices: () => choicesOf(ANSWERS).filter(({ value }) => value !== 'none'),
      },
      {
        name: 'etat',
        label: 'État',
        kind: 'choice',
        column: 'state',
        choices: () => choicesOf(STATES),
      },
    ],
    order: '-at',
    empty: 'Aucune décision n’est encore prise sur les fiches de cette convention.',
  }
}
