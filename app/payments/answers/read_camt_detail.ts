import type { BankAccountId, MovementDetail } from '#app/payments/answers/account_report'
import { bankAccountKey } from '#app/payments/answers/bank_account_key'
import type { Reading } from '#app/payments/answers/reading'
import { cleanText } from '#app/payments/answers/clean_text'
import { statusReason } from '#app/payments/answers/status_reason'
import {
  childrenNamed,
  elementAt,
  joinedTexts,
  referenceAt,
  textAt,
} from '#app/payments/answers/xml_fields'
import { moneyAt } from '#app/payments/answers/xml_money'
import type { XmlElement } from '#app/payments/read_xml'

interface DetailContext {
  line: XmlElement
  /** The NtryDtls around it, whose batch may name what the line leaves out. */
  block: XmlElement
  account: BankAccountId
  /** Of the entry; the line may state its own. */
  sense: 'CRDT' | 'DBIT'
  /** The entry is a return as a whole. */
  returned: boolean
  where: string
}

/** One transaction (TxDtls) of an entry. */
export function readCamtDetail(reading: Reading, context: DetailContext): MovementDetail {
  const { line, block, where } = context
  const sense = textAt(line, 'CdtDbtInd') ?? context.sense
  const money =
    moneyAt(reading, line, 'Amt', where) ?? moneyAt(reading, line, 'AmtDtls/TxAmt/Amt', where)
  const returnInformation = elementAt(line, 'RtrInf')
  const returned =
    context.returned ||
    returnInformation !== null ||
    textAt(line, 'BkTxCd/Domn/Fmly/SubFmlyCd') === 'RRTN'
  const refs = elementAt(line, 'Refs')
  return {
    bankReference: referenceAt(refs, 'AcctSvcrRef'),
    pmtInfId: referenceAt(refs, 'PmtInfId') ?? referenceAt(block, 'Btch/PmtInfId'),
    messageId: referenceAt(refs, 'MsgId') ?? referenceAt(block, 'Btch/MsgId'),
    endToEndId: referenceAt(refs, 'EndToEndId'),
    instructionId: referenceAt(refs, 'InstrId'),
    otherReferences: otherReferences(refs),
    ...counterpartyOf(context, returned, sense),
    label: labelOf(line),
    returnReason: returnInformation && statusReason(returnInformation),
    amount: money && (sense === 'DBIT' && money.amount !== 0 ? -money.amount : money.amount),
    currency: money?.currency ?? null,
    returned,
  }
}

function otherReferences(refs: XmlElement | null): string[] {
  const found = ['TxId', 'AcctOwnrTxId', 'AcctSvcrTxId', 'ClrSysRef', 'Prtry/Ref'].map((path) =>
    referenceAt(refs, path)
  )
  return found.filter((reference) => reference !== null)
}

// A transfer that comes back keeps its parties: the creditor is still the one who was to be paid.
function counterpartyOf(context: DetailContext, returned: boolean, sense: string) {
  const parties = elementAt(context.line, 'RltdPties')
  const roles = returned || sense === 'DBIT' ? ['Cdtr', 'Dbtr'] : ['Dbtr', 'Cdtr']
  const ours = bankAccountKey(context.account)
  const candidates = roles.map((role) => ({
    counterpartyName: textAt(parties, `${role}/Pty/Nm`, `${role}/Nm`),
    counterpartyIban: textAt(parties, `${role}Acct/Id/IBAN`),
  }))
  const other = candidates.find(
    ({ counterpartyName, counterpartyIban }) =>
      (counterpartyName !== null || counterpartyIban !== null) &&
      (counterpartyIban === null || bankAccountKey({ iban: counterpartyIban }) !== ours)
  )
  return other ?? { counterpartyName: null, counterpartyIban: null }
}

function labelOf(line: XmlElement): string | null {
  const remittance = elementAt(line, 'RmtInf')
  const structured = childrenNamed(remittance, 'Strd').map(
    (one) => textAt(one, 'CdtrRefInf/Ref') ?? ''
  )
  return cleanText(
    [
      joinedTexts(remittance, 'Ustrd') ?? '',
      ...structured,
      joinedTexts(line, 'AddtlTxInf') ?? '',
    ].join(' ')
  )
}
