import type { PaymentOrder } from '#app/payments/pain001/payment_order'
import { readPain001 } from '#app/payments/pain001/read_pain001'
import { sumCents } from '#app/shared/cents'

/**
 * Reads the file again by other means than those that wrote it, and compares with what was meant: the last look
 * before a bank acts on it. A difference is a fault of ours, hence thrown.
 */
export function reread(file: string, order: PaymentOrder): void {
  const read = readPain001(file)
  if ('refusal' in read) throw new Error(`The file cannot be read back: ${read.refusal}`)
  const meant = order.transfers.map(identity).join('\n')
  const found = read.order.transfers.map(identity).join('\n')
  if (meant !== found) throw new Error('The file does not hold the transfers of the order')
  const sum = sumCents(order.transfers.map(({ amount }) => amount))
  for (const declared of [read.declared.header, read.declared.lot]) {
    if (declared.count !== order.transfers.length || declared.sum !== sum) {
      throw new Error('The file does not declare the totals of the order')
    }
  }
}

function identity({
  endToEndId,
  instructionId,
  amount,
  iban,
}: PaymentOrder['transfers'][number]): string {
  return [endToEndId, instructionId, amount, iban].join(' ')
}
