import type { PayeeCheck, TransferStatus } from '#app/payments/answers/bank_answer'
import { problem, type Reading } from '#app/payments/answers/reading'
import { childrenNamed, referenceAt, textAt } from '#app/payments/answers/xml_fields'
import type { XmlElement } from '#app/payments/read_xml'
import { plural } from '#app/shared/french_format'

// The bad news are listed one by one; the good may be counted without being listed.
const ALWAYS_LISTED: ReadonlySet<string> = new Set(['RJCT', 'RVMC', 'RVNM'])

/** Compares, on the order and each lot, the lines counted by status (NbOfTxsPerSts) with those listed: a cut file shows. */
export function checkDetailedCounts(
  reading: Reading,
  levels: readonly XmlElement[],
  lines: readonly (TransferStatus | PayeeCheck)[]
): void {
  for (const level of levels) {
    const counted = childrenNamed(level, 'NbOfTxsPerSts')
    if (counted.length === 0) continue
    const found = countByStatus(lines, referenceAt(level, 'OrgnlPmtInfId'))
    for (const total of counted) checkTotal(reading, total, found)
  }
}

function countByStatus(
  lines: readonly (TransferStatus | PayeeCheck)[],
  lotId: string | null
): Map<string, number> {
  const found = new Map<string, number>()
  for (const line of lines) {
    if (lotId !== null && line.originalPmtInfId !== lotId) continue
    const code = 'status' in line ? line.status : line.result
    found.set(code, (found.get(code) ?? 0) + 1)
  }
  return found
}

function checkTotal(reading: Reading, total: XmlElement, found: Map<string, number>): void {
  const code = textAt(total, 'DtldSts') ?? ''
  const written = textAt(total, 'DtldNbOfTxs') ?? ''
  const declared = /^\d{1,9}$/.test(written) ? Number(written) : null
  const listed = found.get(code) ?? 0
  const mustList = listed > 0 || (ALWAYS_LISTED.has(code) && found.size > 0)
  if (declared === null || !mustList || listed === declared) return
  const gap = `${plural(declared, 'ligne')} ${code} d’après le total, ${listed} dans le détail`
  problem(reading, 'DENOMBREMENT', `Le compte rendu n’est pas entier\u00a0: ${gap}.`)
}
