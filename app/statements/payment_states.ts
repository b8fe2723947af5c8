import type { StateLabel } from '#app/shared/screens/list'

/** What became of the money of a statement. */
export const PAYMENT_STATES: Readonly<Record<string, StateLabel>> = {
  waiting: { label: 'à payer', tone: 'waiting' },
  issued: { label: 'ordre écrit', tone: 'waiting' },
  accepted: { label: 'accepté par la banque', tone: 'waiting' },
  executed: { label: 'payé', tone: 'good' },
  rejected: { label: 'virement rejeté', tone: 'alert' },
  returned: { label: 'virement retourné', tone: 'alert' },
  nothing: { label: 'rien à payer', tone: 'calm' },
  owing: { label: 'solde à reprendre', tone: 'waiting' },
  taken: { label: 'solde repris', tone: 'calm' },
  claimed: { label: 'solde réclamé', tone: 'calm' },
  repaid: { label: 'note de débit payée', tone: 'good' },
}

/** SQL of the state of the statement `s`: that of its last transfer, or of its balance when it pays nothing. */
export const PAYMENT_STATE_SQL = `CASE
  WHEN s.payable_cents > 0 THEN coalesce(
    (SELECT t.state FROM transfers t WHERE t.statement_id = s.id ORDER BY t.id DESC LIMIT 1), 'waiting')
  WHEN s.carried_cents = 0 THEN 'nothing'
  WHEN EXISTS (SELECT 1 FROM debit_payments p WHERE p.statement_id = s.id) THEN 'repaid'
  WHEN EXISTS (SELECT 1 FROM debit_notes d WHERE d.statement_id = s.id) THEN 'claimed'
  WHEN EXISTS (SELECT 1 FROM settlement_lines l WHERE l.carried_statement_id = s.id) THEN 'taken'
  ELSE 'owing' END`
