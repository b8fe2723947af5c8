import type { StateLabel } from '#app/shared/screens/list'

export const ACCOUNT_STATES = {
  proposed: { label: 'proposée', tone: 'waiting' },
  cooling: { label: 'approuvée, en délai', tone: 'waiting' },
  usable: { label: 'utilisable', tone: 'good' },
  blocked: { label: 'bloquée', tone: 'alert' },
  replaced: { label: 'remplacée', tone: 'calm' },
  rejected: { label: 'refusée', tone: 'alert' },
} as const satisfies Record<string, StateLabel>

export type AccountState = keyof typeof ACCOUNT_STATES

/** State of an account, for a query that names `bank_accounts` b: the same facts as `payableAccounts` reads. */
export const ACCOUNT_STATE = `CASE
  WHEN b.rejected_at IS NOT NULL THEN 'rejected'
  WHEN b.replaced_at IS NOT NULL THEN 'replaced'
  WHEN b.approved_at IS NULL THEN 'proposed'
  WHEN b.blocked_at IS NOT NULL THEN 'blocked'
  WHEN b.payable_from > now() THEN 'cooling'
  ELSE 'usable' END`

/** Whether the association’s last statement was to be paid elsewhere than on this living account. */
export const CHANGED_SINCE = `(b.replaced_at IS NULL AND coalesce((SELECT s.bank_account_id <> b.id FROM statements s
  WHERE s.association_id = b.association_id AND s.bank_account_id IS NOT NULL ORDER BY s.id DESC LIMIT 1), false))`

/** Whether another association gave the same IBAN, by its keyed fingerprint. */
export const SAME_ELSEWHERE = `EXISTS (SELECT 1 FROM bank_accounts o
  WHERE o.iban_index = b.iban_index AND o.association_id <> b.association_id AND o.rejected_at IS NULL)`
