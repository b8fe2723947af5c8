import { problem, type Reading } from '#app/payments/answers/reading'

const LENGTH = 120

/** One record of 120 characters, and its rank in the file, from 1. */
export interface CfonbRecord {
  rank: number
  text: string
}

/**
 * Cuts a CFONB 120 text into records: one per line, or one behind the other without line ends. A line shortened of its
 * final spaces is completed.
 */
export function cfonbRecords(reading: Reading, text: string): CfonbRecord[] {
  const body = text.replace(/[\p{Cc} ]+$/u, '')
  const lines = /[\r\n]/.test(body) ? body.split(/\r\n|\r|\n/) : slices(body)
  const records: CfonbRecord[] = []
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue
    const record = line.padEnd(LENGTH)
    if (record.slice(LENGTH).trim() !== '') {
      problem(reading, 'LONGUEUR', `L’enregistrement ${index + 1} dépasse 120 caractères.`)
      return []
    }
    records.push({ rank: index + 1, text: record.slice(0, LENGTH) })
  }
  return records
}

/** The characters from one position to another, both counted from 1 as in the standard. */
export function zone(record: CfonbRecord, from: number, to: number): string {
  return record.text.slice(from - 1, to)
}

function slices(body: string): string[] {
  return Array.from({ length: Math.ceil(body.length / LENGTH) }, (_, index) =>
    body.slice(index * LENGTH, (index + 1) * LENGTH)
  )
}
