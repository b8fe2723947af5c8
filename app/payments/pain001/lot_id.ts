/** PmtInfId of the only lot of an order: its MsgId and a rank. */
export function lotIdOf(messageId: string): string {
  return `${messageId}-1`
}

/** The orders that a bank’s reference may name: by their lot, or by themselves. */
export function ordersNamed(reference: string): string[] {
  return reference.endsWith('-1') ? [reference, reference.slice(0, -2)] : [reference]
}
