import { accountAnswer } from '#app/payments/answers/account_answer'
import type { BankAnswer, BankFormat } from '#app/payments/answers/bank_answer'
import { readCamtReport } from '#app/payments/answers/read_camt_report'
import { ASK_SHORTER, MAX_LINES, problem, type Reading } from '#app/payments/answers/reading'
import { childrenNamed, elementAt, textAt } from '#app/payments/answers/xml_fields'
import { walkElements, type XmlElement } from '#app/payments/read_xml'

const PARTS = {
  'camt.053': { message: 'BkToCstmrStmt', report: 'Stmt' },
  'camt.054': { message: 'BkToCstmrDbtCdtNtfctn', report: 'Ntfctn' },
} as const

/** A camt.053 or camt.054, versions .02 and .08. Null once a problem is recorded. */
export function readCamt(
  reading: Reading,
  root: XmlElement,
  format: keyof typeof PARTS & BankFormat,
  version: string
): BankAnswer | null {
  const message = elementAt(root, PARTS[format].message)
  const reports = childrenNamed(message, PARTS[format].report)
  if (!message || reports.length === 0) {
    problem(reading, 'STRUCTURE', 'Le fichier ne contient aucun relevé de compte.')
    return null
  }
  if (countLines(reports) > MAX_LINES) {
    problem(reading, 'TROP_LONG', 'Le fichier compte plus de 9\u202f000 lignes.', ASK_SHORTER)
    return null
  }
  const read = reports.map((report, index) =>
    readCamtReport(reading, report, format, `relevé ${index + 1}`)
  )
  return accountAnswer(reading, read, {
    format,
    version,
    kind: format === 'camt.053' ? 'statement' : 'notification',
    messageId: textAt(message, 'GrpHdr/MsgId'),
    createdAt: textAt(message, 'GrpHdr/CreDtTm'),
  })
}

function countLines(reports: readonly XmlElement[]): number {
  let lines = 0
  for (const report of reports) {
    for (const { name } of walkElements(report)) {
      if (name === 'Ntry' || name === 'TxDtls' || name === 'Bal') lines += 1
    }
  }
  return lines + reports.length
}
