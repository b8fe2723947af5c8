import type { PayeeDeed } from '#app/shared/payee_policy'
import type { StateLabel } from '#app/shared/screens/list'

/** What the bank of an account says of its holder’s name (verification of payee, EPC218-23). */
export const PAYEE_LABELS: Readonly<Record<string, StateLabel>> = {
  RCVC: { label: 'Le nom concorde', tone: 'good' },
  RVMC: { label: 'Le nom est proche, sans être le même', tone: 'waiting' },
  RVNM: { label: 'Le nom ne concorde pas', tone: 'alert' },
  RVNA: { label: 'La vérification n’est pas possible', tone: 'waiting' },
}

/** Words of a result; a code that we do not know is shown as the bank wrote it. */
export function payeeLabel(result: string): StateLabel {
  return Object.hasOwn(PAYEE_LABELS, result)
    ? PAYEE_LABELS[result]!
    : { label: `réponse inconnue «\u00a0${result}\u00a0»`, tone: 'waiting' }
}

export const PAYEE_DEED_LABELS: Readonly<Record<PayeeDeed, string>> = {
  block: 'aucun ordre ne le paie',
  confirm: 'payé une fois confirmé, avec une raison',
  accept: 'payé sans plus',
}
