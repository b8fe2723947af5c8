import type {
  PaymentAddress,
  PaymentDebtor,
  PaymentOrder,
  PaymentTransfer,
} from '#app/payments/pain001/payment_order'
import type { PainVersion } from '#app/payments/pain001/pain_version'
import { isEeaCountry } from '#app/payments/sepa_countries'
import { SEPA_LENGTHS } from '#app/payments/pain001/sepa_lengths'
import { toSepaText } from '#app/payments/pain001/sepa_text'
import { writeXml, type XmlNode } from '#app/payments/pain001/write_xml'
import { decimalFromCents, sumCents, type Cents } from '#app/shared/cents'

/**
 * The customer credit transfer initiation of an order (ISO 20022, EPC132-08): element order of the
 * schema, texts brought to the EPC character set and lengths, identifiers and accounts as given.
 * The same order gives the same bytes. Nothing is refused here: `checkPain001` judges the file.
 */
export function writePain001(order: PaymentOrder, options: { version?: PainVersion } = {}): string {
  const version = options.version ?? 'pain.001.001.09'
  return writeXml([
    'Document',
    [['CstmrCdtTrfInitn', [groupHeader(order), paymentInformation(order, version)]]],
    { xmlns: `urn:iso:std:iso:20022:tech:xsd:${version}` },
  ])
}

function groupHeader(order: PaymentOrder): XmlNode {
  return [
    'GrpHdr',
    [
      ['MsgId', order.messageId],
      ['CreDtTm', order.createdAt],
      ...controlTotals(order.transfers),
      ['InitgPty', [name(order.debtor.name)]],
    ],
  ]
}

function paymentInformation(order: PaymentOrder, version: PainVersion): XmlNode {
  const day = order.executionDate
  return [
    'PmtInf',
    [
      ['PmtInfId', order.paymentInformationId],
      ['PmtMtd', 'TRF'],
      ['BtchBookg', String(order.batchBooking)],
      ...controlTotals(order.transfers),
      ['PmtTpInf', [['SvcLvl', [['Cd', 'SEPA']]]]],
      ['ReqdExctnDt', version === 'pain.001.001.03' ? day : [['Dt', day]]],
      party('Dbtr', order.debtor.name, order.debtor.address),
      ['DbtrAcct', [iban(order.debtor.iban), ['Ccy', 'EUR']]],
      debtorAgent(order.debtor, version),
      ['ChrgBr', 'SLEV'],
      ...order.transfers.map((transfer) => creditTransfer(transfer, version)),
    ],
  ]
}

function creditTransfer(transfer: PaymentTransfer, version: PainVersion): XmlNode {
  return [
    'CdtTrfTxInf',
    [
      [
        'PmtId',
        [
          ['InstrId', transfer.instructionId],
          ['EndToEndId', transfer.endToEndId],
        ],
      ],
      ['Amt', [['InstdAmt', decimalFromCents(transfer.amount), { Ccy: 'EUR' }]]],
      creditorAgent(transfer, version),
      party('Cdtr', transfer.creditorName, transfer.address),
      ['CdtrAcct', [iban(transfer.iban)]],
      ['RmtInf', [['Ustrd', toSepaText(transfer.remittance, SEPA_LENGTHS.remittance).text]]],
    ],
  ]
}

function controlTotals(transfers: readonly { amount: Cents }[]): XmlNode[] {
  const total = sumCents(transfers.map(({ amount }) => amount))
  return [
    ['NbOfTxs', String(transfers.length)],
    ['CtrlSum', decimalFromCents(total)],
  ]
}

function party(element: string, fullName: string, address: PaymentAddress | null): XmlNode {
  return [element, [name(fullName), address && postalAddress(address)]]
}

function name(fullName: string): XmlNode {
  return ['Nm', toSepaText(fullName, SEPA_LENGTHS.name).text]
}

function postalAddress(address: PaymentAddress): XmlNode {
  return [
    'PstlAdr',
    [
      addressLine('StrtNm', address.street),
      addressLine('BldgNb', address.buildingNumber),
      addressLine('PstCd', address.postcode),
      addressLine('TwnNm', address.town),
      ['Ctry', address.country],
    ],
  ]
}

/** An empty element is refused by the schema: a blank part is left out like an absent one. */
function addressLine(element: keyof typeof SEPA_LENGTHS.address, part: string | null) {
  const { text } = toSepaText(part ?? '', SEPA_LENGTHS.address[element])
  return text === '' ? null : ([element, text] as const)
}

function iban(account: string): XmlNode {
  return ['Id', [['IBAN', account]]]
}

function debtorAgent(debtor: PaymentDebtor, version: PainVersion): XmlNode {
  if (debtor.bic !== null) return agent('DbtrAgt', debtor.bic, version)
  return ['DbtrAgt', [['FinInstnId', [['Othr', [['Id', 'NOTPROVIDED']]]]]]]
}

/** Inside the EEA the IBAN alone names the bank (Regulation 260/2012, art. 5). */
function creditorAgent(transfer: PaymentTransfer, version: PainVersion): XmlNode | null {
  if (transfer.bic === null || isEeaCountry(transfer.iban.slice(0, 2))) return null
  return agent('CdtrAgt', transfer.bic, version)
}

function agent(element: string, bic: string, version: PainVersion): XmlNode {
  return [element, [['FinInstnId', [[version === 'pain.001.001.03' ? 'BIC' : 'BICFI', bic]]]]]
}
