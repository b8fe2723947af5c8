import type {
  BankAnswer,
  LotStatus,
  PayeeCheck,
  TransferStatus,
} from '#app/payments/answers/bank_answer'
import { checkDetailedCounts } from '#app/payments/answers/check_detailed_counts'
import { isPayeeCheck } from '#app/payments/answers/payee_check_codes'
import { ASK_SHORTER, MAX_LINES, problem, type Reading } from '#app/payments/answers/reading'
import { readPayeeCheck, readTransferStatus } from '#app/payments/answers/read_transfer_status'
import { statusReasons } from '#app/payments/answers/status_reason'
import { childrenNamed, elementAt, referenceAt, textAt } from '#app/payments/answers/xml_fields'
import { centsOfDecimal } from '#app/payments/answers/xml_money'
import type { XmlElement } from '#app/payments/read_xml'

/** A pain.002: status of payments, or verification of payees. Null once a problem is recorded. */
export function readPain002(
  reading: Reading,
  root: XmlElement,
  version: string
): BankAnswer | null {
  const report = elementAt(root, 'CstmrPmtStsRpt')
  const group = elementAt(report, 'OrgnlGrpInfAndSts')
  if (!report || !group) {
    problem(reading, 'STRUCTURE', 'Le compte rendu ne dit pas de quel ordre il parle.')
    return null
  }
  const lots = childrenNamed(report, 'OrgnlPmtInfAndSts')
  const groupStatus = textAt(group, 'GrpSts')
  const listed = lots.flatMap((lot) => linesOf(lot, groupStatus))
  if (listed.length + lots.length > MAX_LINES) {
    problem(reading, 'TROP_LONG', 'Le compte rendu compte plus de 9\u202f000 lignes.', ASK_SHORTER)
    return null
  }
  const lotStatuses = lots.map(lotStatus)
  const { statuses, checks } = readLines(reading, listed)
  checkDetailedCounts(reading, [group, ...lots], [...statuses, ...checks])
  checkPartials(reading, groupStatus, lotStatuses, listed)
  const onWhole = [groupStatus, ...lotStatuses.map(({ status }) => status)]
  const checkOnly = statuses.length === 0 && (checks.length > 0 || onWhole.some(isPayeeCheck))
  return {
    format: 'pain.002',
    version,
    kind: checkOnly ? 'payee_check' : 'payment_status',
    messageId: textAt(report, 'GrpHdr/MsgId'),
    createdAt: textAt(report, 'GrpHdr/CreDtTm'),
    originalMessageId: referenceAt(group, 'OrgnlMsgId'),
    originalCount: countOf(textAt(group, 'OrgnlNbOfTxs')),
    originalSum: centsOfDecimal(textAt(group, 'OrgnlCtrlSum') ?? ''),
    groupStatus,
    groupReasons: statusReasons(group),
    lots: lotStatuses,
    statuses,
    checks,
    reports: [],
    notices: reading.notices,
  }
}

// PART lists what was refused: without a list, nobody can tell who was paid.
function checkPartials(
  reading: Reading,
  groupStatus: string | null,
  lots: readonly LotStatus[],
  listed: readonly ListedLine[]
): void {
  const inLots = new Set(listed.map(({ lotId }) => lotId))
  const silent = lots.filter(
    ({ originalPmtInfId, status }) => status === 'PART' && !inLots.has(originalPmtInfId)
  )
  const told = listed.length > 0 || lots.some(({ status }) => status !== null && status !== 'PART')
  if (silent.length > 0 || (groupStatus === 'PART' && !told)) {
    problem(
      reading,
      'DENOMBREMENT',
      'L’ordre est accepté en partie, mais rien ne dit quelles lignes.'
    )
  }
}

interface ListedLine {
  lotId: string | null
  line: XmlElement
  /** Its own, else that of its lot, else of the order. */
  status: string | null
}

function linesOf(lot: XmlElement, groupStatus: string | null): ListedLine[] {
  const lotId = referenceAt(lot, 'OrgnlPmtInfId')
  const inherited = textAt(lot, 'PmtInfSts') ?? groupStatus
  return childrenNamed(lot, 'TxInfAndSts').map((line) => ({
    lotId,
    line,
    status: textAt(line, 'TxSts') ?? inherited,
  }))
}

function readLines(
  reading: Reading,
  listed: readonly ListedLine[]
): { statuses: TransferStatus[]; checks: PayeeCheck[] } {
  const statuses: TransferStatus[] = []
  const checks: PayeeCheck[] = []
  for (const [index, { lotId, line, status }] of listed.entries()) {
    const where = `ligne ${index + 1} (${textAt(line, 'OrgnlEndToEndId') ?? 'sans référence'})`
    if (status === null) {
      problem(reading, 'STATUT', `La banque n’a donné aucun statut\u00a0: ${where}.`)
    } else if (isPayeeCheck(status)) {
      checks.push(readPayeeCheck(line, lotId, status))
    } else {
      statuses.push(readTransferStatus(reading, line, lotId, status, where))
    }
  }
  return { statuses, checks }
}

function lotStatus(lot: XmlElement): LotStatus {
  return {
    originalPmtInfId: referenceAt(lot, 'OrgnlPmtInfId') ?? '',
    status: textAt(lot, 'PmtInfSts'),
    reasons: statusReasons(lot),
  }
}

function countOf(written: string | null): number | null {
  return written !== null && /^\d{1,9}$/.test(written) ? Number(written) : null
}
