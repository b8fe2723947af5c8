import { problem, type Reading } from '#app/payments/answers/reading'
import { textAt } from '#app/payments/answers/xml_fields'
import type { XmlElement } from '#app/payments/read_xml'
import { isDay, parisDay, type Day } from '#app/shared/day'

/** The day at the first path that holds one ('Dt' or 'DtTm'), in Paris; null when absent, a problem when unreadable. */
export function dayAt(
  reading: Reading,
  from: XmlElement | null,
  paths: readonly string[],
  where: string
): Day | null {
  const written = textAt(from, ...paths)
  if (written === null) return null
  const day = dayOf(written)
  if (day === null) {
    const shown = written.slice(0, 30)
    problem(reading, 'DATE', `Date illisible («\u00a0${shown}\u00a0»)\u00a0: ${where}.`)
  }
  return day
}

// A time with an offset is an instant, which may be the day after in Paris; a date’s own offset means nothing.
function dayOf(written: string): Day | null {
  const match = /^(\d{4}-\d{2}-\d{2})(T\d{2}:\d{2}:\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})?$/.exec(
    written
  )
  if (!match || !isDay(match[1]!)) return null
  if (!match[2] || !match[3]) return match[1]!
  const instant = new Date(written)
  return Number.isNaN(instant.getTime()) ? null : parisDay(instant)
}
