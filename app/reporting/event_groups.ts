/** What people look for in the journal, by the verbs that answer. */
export const EVENT_GROUPS = {
  decision: 'Approuver, refuser, décider',
  run: 'Calculer, émettre, payer',
  matching: 'Rapprocher',
  entry: 'Enregistrer des dossiers',
  reference: 'Tenir le référentiel',
  access: 'Ouvrir des accès, régler',
} as const

type Group = keyof typeof EVENT_GROUPS

const VERBS: Readonly<Record<string, Group>> = {
  'bank_account.approved': 'decision',
  'bank_account.rejected': 'decision',
  'convention.advance_decided': 'decision',
  'convention.year_end_chosen': 'decision',
  'ledger.period_closed': 'decision',
  'convention.financial_account_saved': 'reference',
  'published_figure.added': 'reference',
  'published_figure.removed': 'reference',
  'run.approved': 'decision',
  'correction.approved': 'decision',
  'correction.refused': 'decision',
  'change.accepted': 'decision',
  'change.refused': 'decision',
  'dispute.accepted': 'decision',
  'dispute.rejected': 'decision',
  'statement.debt_claimed': 'decision',
  'saisine.reassigned': 'matching',
  'form.decided': 'matching',
  'form.decision_undone': 'matching',
  'form.linked': 'matching',
  'bank_account.payee_confirmed': 'decision',
}

const SUBJECTS: Readonly<Record<string, Group>> = {
  run: 'run',
  ledger: 'run',
  receipt: 'run',
  correction: 'run',
  document: 'run',
  transfer_order: 'run',
  bank_file: 'run',
  bank_item: 'matching',
  statement: 'run',
  dispute: 'entry',
  saisine: 'entry',
  form: 'entry',
  import: 'entry',
  association: 'reference',
  change: 'reference',
  bank_account: 'reference',
  convention: 'reference',
  fee_schedule: 'reference',
  department: 'reference',
}

/** SQL of the group of the event `e`; what is in no other is about accesses. */
export const EVENT_GROUP_SQL = `coalesce(
  CASE e.verb ${cases(VERBS)} END,
  CASE split_part(e.verb, '.', 1) ${cases(SUBJECTS)} END,
  'access')`

function cases(groups: Readonly<Record<string, Group>>): string {
  return Object.entries(groups)
    .map(([code, group]) => `WHEN '${code}' THEN '${group}'`)
    .join(' ')
}
