import { agentBic } from '#app/payments/pain001/agent_bic'
import { centsFromDecimal } from '#app/payments/pain001/cents_from_decimal'
import { openPain001, type Pain001File } from '#app/payments/pain001/open_pain001'
import type { PainVersion } from '#app/payments/pain001/pain_version'
import type {
  PaymentAddress,
  PaymentOrder,
  PaymentTransfer,
} from '#app/payments/pain001/payment_order'
import { findElement, findText, type XmlElement } from '#app/payments/read_xml'
import type { Cents } from '#app/shared/cents'

/** What the file announces of itself; null when it announces nothing readable. */
export interface DeclaredTotals {
  count: number | null
  sum: Cents | null
}

export interface ReadOrder {
  version: PainVersion
  /** Texts as the bank reads them. A BIC left out inside the EEA comes back as null. */
  order: PaymentOrder
  declared: { header: DeclaredTotals; lot: DeclaredTotals }
}

/** Reads a pain.001 back, apart from the code that wrote it; a refusal in French when it cannot. */
export function readPain001(bytes: Uint8Array | string): ReadOrder | { refusal: string } {
  const opened = openPain001(bytes)
  if ('refusal' in opened) return { refusal: opened.refusal.message }
  const { version, header, lot, transfers } = opened.file
  const orders = transfers.map(({ element }) => readTransfer(element))
  const unreadable = orders.indexOf(null)
  if (unreadable >= 0) {
    return { refusal: `Montant illisible\u00a0: ${transfers[unreadable]?.where}.` }
  }
  return {
    version,
    order: { ...readLot(opened.file), transfers: orders.filter((order) => order !== null) },
    declared: { header: readTotals(header), lot: readTotals(lot) },
  }
}

function readLot({ header, lot, executionDate }: Pain001File): Omit<PaymentOrder, 'transfers'> {
  return {
    messageId: textAt(header, 'MsgId'),
    paymentInformationId: textAt(lot, 'PmtInfId'),
    createdAt: textAt(header, 'CreDtTm'),
    executionDate: executionDate ?? '',
    batchBooking: findText(lot, 'BtchBookg') === 'true',
    debtor: {
      name: textAt(lot, 'Dbtr/Nm'),
      iban: textAt(lot, 'DbtrAcct/Id/IBAN'),
      bic: agentBic(lot, 'DbtrAgt'),
      address: addressAt(lot, 'Dbtr/PstlAdr'),
    },
  }
}

function readTransfer(transfer: XmlElement): PaymentTransfer | null {
  const amount = centsFromDecimal(textAt(transfer, 'Amt/InstdAmt'))
  if (amount === null) return null
  return {
    instructionId: textAt(transfer, 'PmtId/InstrId'),
    endToEndId: textAt(transfer, 'PmtId/EndToEndId'),
    amount,
    creditorName: textAt(transfer, 'Cdtr/Nm'),
    iban: textAt(transfer, 'CdtrAcct/Id/IBAN'),
    bic: agentBic(transfer, 'CdtrAgt'),
    address: addressAt(transfer, 'Cdtr/PstlAdr'),
    remittance: textAt(transfer, 'RmtInf/Ustrd'),
  }
}

function readTotals(level: XmlElement): DeclaredTotals {
  const count = textAt(level, 'NbOfTxs')
  return {
    count: /^\d{1,15}$/.test(count) ? Number(count) : null,
    sum: centsFromDecimal(textAt(level, 'CtrlSum')),
  }
}

function addressAt(from: XmlElement, path: string): PaymentAddress | null {
  const address = findElement(from, path)
  if (!address) return null
  return {
    street: findText(address, 'StrtNm'),
    buildingNumber: findText(address, 'BldgNb'),
    postcode: findText(address, 'PstCd'),
    town: textAt(address, 'TwnNm'),
    country: textAt(address, 'Ctry'),
  }
}

function textAt(from: XmlElement, path: string): string {
  return findText(from, path) ?? ''
}
