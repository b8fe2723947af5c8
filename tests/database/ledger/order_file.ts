import { createHash } from 'node:crypto'
import { decimalFromCents, sumCents } from '#app/shared/cents'

export type Payment = [statement: number, account: number, cents: number, id: string]

/** A pain.001 with what the check reads of it, and nothing else. */
export function orderFile(payments: readonly Payment[]): string {
  const total = decimalFromCents(sumCents(payments.map(([, , cents]) => cents)))
  const totals = `<NbOfTxs>${payments.length}</NbOfTxs><CtrlSum>${total}</CtrlSum>`
  const transfers = payments.map(
    ([, account, cents, reference]) =>
      `<CdtTrfTxInf><PmtId><EndToEndId>${reference}</EndToEndId></PmtId>` +
      `<Amt><InstdAmt Ccy="EUR">${decimalFromCents(cents)}</InstdAmt></Amt>` +
      `<CdtrAcct><Id><IBAN>FR760000000000000000000${'000' + account}</IBAN></Id></CdtrAcct></CdtTrfTxInf>`
  )
  return (
    `<Document><CstmrCdtTrfInitn><GrpHdr>${totals}</GrpHdr><PmtInf>${totals}${transfers.join('')}</PmtInf>` +
    `</CstmrCdtTrfInitn></Document>`
  )
}

export function sha256(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest()
}
