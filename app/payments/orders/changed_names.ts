import type { PaymentOrder } from '#app/payments/pain001/payment_order'
import { SEPA_LENGTHS } from '#app/payments/pain001/sepa_lengths'
import { toSepaText } from '#app/payments/pain001/sepa_text'

export interface ChangedText {
  /** In French, which text of which transfer. */
  where: string
  typed: string
  sent: string
}

/**
 * Every name and remittance that the bank will read otherwise than it was typed, for the operator to
 * look at: the payee’s bank compares the name sent, not the name typed.
 */
export function changedNames(order: PaymentOrder): ChangedText[] {
  const { name, remittance } = SEPA_LENGTHS
  return [
    ...changedText('Donneur d’ordre', order.debtor.name, name),
    ...order.transfers.flatMap((transfer) => [
      ...changedText(`Titulaire du virement ${transfer.endToEndId}`, transfer.creditorName, name),
      ...changedText(`Motif du virement ${transfer.endToEndId}`, transfer.remittance, remittance),
    ]),
  ]
}

function changedText(where: string, typed: string, max: number): ChangedText[] {
  const { text, changed } = toSepaText(typed, max)
  return changed ? [{ where, typed, sent: text }] : []
}
