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
    `SELECT c.id, c.code, c.title, f.name AS funder, c.fictitious_amounts AS fictitious,
       c.ceiling_cents AS ceiling
     FROM conventions c JOIN funders f ON f.id = c.funder_id WHERE c.code = ?`,
    [code]
  )
  if (!convention) return null
  const asked = [convention.id, period.from, period.until]
  const [[money], partitions, services, crossing, opened, forms, delays, [receipts], envelopes] =
    await Promise.all([
      rows<Money>(sql.MONEY, [...asked, ...asked, ...asked]),
      rows<Partition>(sql.PARTITIONS, asked),
      rows<FunderSource['services'][number]>(sql.SERVICES, asked),
      rows<FunderSource['crossing'][number]>(sql.CROSSING, asked),
      rows<FunderSource['opened'][number]>(sql.OPENED, asked),
      rows<FunderSource['forms'][number]>(sql.FORMS, asked),
      rows<FunderSource['delays'][number]>(sql.DELAYS, asked),
      rows<FunderSource['receipts']>(sql.RECEIPTS, asked),
      envelopesShown(convention.id),
    ])
  const { statements, lines, cents, bookedCents, ...rest } = money!
  const whole = partitions.find(({ profile, fact, place }) => !profile && !fact && !place)
  const { from, until } = period
  return {
    convention,
    period,
    paid: { statements, lines, cents, bookedCents },
    services,
    corrections: {
      saisines: rest.corrected,
      lines: rest.correctionLines,
      cents: rest.correctionCents,
    },
    others: { lines: rest.otherLines, cents: rest.otherCents },
    saisines: whole?.count ?? 0,
    profiles: partitions.filter(({ profile }) => profile),
    facts: partitions
      .filter(({ fact }) => fact)
      .map(({ facts, count }) => ({ code: facts, count })),
    departments: partitions
      .filter(({ place }) => place)
      .map(({ department, count }) => ({ code: department, count })),
    crossing,
    opened,
    forms,
    delays,
    envelopes: envelopes.filter((one) => one.from <= until && from <= one.lastDay),
    receipts: receipts!,
  }
}
