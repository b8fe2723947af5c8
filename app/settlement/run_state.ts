import type { Reason } from '#app/shared/result'

/** The life of a run; the database holds the same arrows (migration 0090). */
export const RUN_STATES = {
  draft: { label: 'brouillon', next: ['calculated', 'abandoned'] },
  calculated: { label: 'calculée', next: ['draft', 'submitted', 'abandoned'] },
  submitted: { label: 'soumise', next: ['calculated', 'approved', 'abandoned'] },
  approved: { label: 'approuvée', next: ['calculated', 'issuing', 'abandoned'] },
  issuing: { label: 'en cours d’émission', next: ['issued'] },
  issued: { label: 'émise', next: ['paid'] },
  paid: { label: 'payée', next: ['issued', 'closed'] },
  closed: { label: 'close', next: [] },
  abandoned: { label: 'abandonnée', next: [] },
} as const satisfies Record<string, { label: string; next: readonly string[] }>

export type RunState = keyof typeof RUN_STATES

/** What each verb does to a run: the states it is possible in, and what to do first in the others. */
const VERBS = {
  calculate: { from: ['draft', 'calculated'], label: 'calculer' },
  hold: {
    from: ['draft', 'calculated', 'submitted', 'approved'],
    label: 'retenir une association dans',
  },
  submit: { from: ['calculated'], label: 'soumettre' },
  reopen: { from: ['submitted', 'approved'], label: 'rouvrir' },
  approve: { from: ['submitted'], label: 'approuver' },
  issue: { from: ['approved', 'issuing'], label: 'émettre' },
  pay: { from: ['issued', 'paid'], label: 'mettre en paiement' },
  abandon: { from: ['draft', 'calculated', 'submitted', 'approved'], label: 'abandonner' },
} as const satisfies Record<string, { from: readonly RunState[]; label: string }>

export type RunVerb = keyof typeof VERBS

/** Why the verb is not possible on a run in this state; empty when it is. */
export function verbReasons(verb: RunVerb, run: { code: string; state: RunState }): Reason[] {
  const { from, label } = VERBS[verb]
  if ((from as readonly RunState[]).includes(run.state)) return []
  const states = from.map((state) => `« ${RUN_STATES[state].label} »`).join(' ou ')
  return [
    {
      code: 'ETAT_DE_LA_CAMPAGNE',
      message: `On ne peut pas ${label} la campagne ${run.code} : elle est « ${RUN_STATES[run.state].label} ».`,
      remedy: `Elle doit être ${states}.`,
    },
  ]
}
