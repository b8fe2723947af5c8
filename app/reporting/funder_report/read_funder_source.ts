import { envelopesShown } from '#app/conventions/convention_page'
import type { FunderSource } from '#app/reporting/funder_report/funder_source'
import * as sql from '#app/reporting/funder_report/funder_sql'
import type { ReportPeriod } from '#app/reporting/report_period'
import type { Cents } from '#app/shared/cents'
import { row, rows } from '#app/shared/rows'

interface Partition {
  profile: boolean
  fact: boolean
  place: boolean
  beneficiary: string
  mandate: string
  facts: string | null
  department: string
  count: number
}

interface Money {
  statements: number
  lines: number
  cents: Cents
  bookedCents: Cents
  corrected: number
  correctionLines: number
  correctionCents: Cents
  otherLines: number
  otherCents: Cents
}

/** Everything the report of a convention counts; null when no convention has this code. */
export async function readFunderSource(
  code: string,
  period: ReportPeriod
): Promise<FunderSource | null> {
  const convention = await row<FunderSource['convention']>(
    `SELECT c.id, c.code, c.title, f.name AS funder, c.fictitious_amounts AS fictitious
     FROM conventions c JOIN funders f ON f.id = c.funder_id WHERE c.code = ?`,
    [code]
  )
  if (!convention) return null
  const asked = [convention.id, period.from, period.until]
  const money = (await row<Money>(sql.MONEY, [...asked, ...asked, ...asked]))!
  const partitions = await rows<Partition>(sql.PARTITIONS, asked)
  const whole = partitions.find(({ profile, fact, place }) => !profile && !fact && !place)
  const { from, until } = period
  return {
    convention,
    period,
    paid: {
      statements: money.statements,
      lines: money.lines,
      cents: money.cents,
      bookedCents: money.bookedCents,
    },
    services: await rows(sql.SERVICES, asked),
    corrections: {
      saisines: money.corrected,
      lines: money.correctionLines,
      cents: money.correctionCents,
    },
    others: { lines: money.otherLines, cents: money.otherCents },
    saisines: whole?.count ?? 0,
    profiles: partitions.filter(({ profile }) => profile),
    facts: partitions
      .filter(({ fact }) => fact)
      .map(({ facts, count }) => ({ code: facts, count })),
    departments: partitions
      .filter(({ place }) => place)
      .map(({ department, count }) => ({ code: department, count })),
    crossing: await rows(sql.CROSSING, asked),
    opened: await rows(sql.OPENED, asked),
    forms: await rows(sql.FORMS, asked),
    delays: await rows(sql.DELAYS, asked),
    envelopes: (await envelopesShown(convention.id)).filter(
      (one) => one.from <= until && from <= one.lastDay
    ),
    receipts: (await row<FunderSource['receipts']>(sql.RECEIPTS, asked))!,
  }
}
