import type { QuarterFile } from '#app/demo/write_quarter'
import { SAISINE_TITLES } from '#app/demo/files/saisine_rows'
import { formColumns, type TitleStyle } from '#app/demo/files/form_titles'
import { openSheet } from '#app/intake/open_sheet'
import type { SheetHead, SheetRow } from '#app/intake/sheet'
import type { RefusalCode } from '#app/intake/sheet_refusals'
import { normaliseKey, parseFrenchDay, parseQuantity } from '#app/shared/french_parse'
import { CONVENTIONS } from '#tests/unit/demo/conventions'

const STYLES: readonly TitleStyle[] = ['canonical', 'spoken', 'capitals', 'own']
const SERVICES = CONVENTIONS.flatMap(({ schedules }) =>
  schedules.flatMap(({ fees }) => fees.map(({ serviceCode }) => serviceCode))
)
const KEYS = new Map([
  ...[...SAISINE_TITLES, 'code', 'nom', 'siret', 'iban'].map((key) => [key, key] as const),
  ...STYLES.flatMap((style) =>
    formColumns([...new Set(SERVICES)], style).map(
      ({ key, title }) => [normaliseKey(title), key] as const
    )
  ),
])

export interface ReadFile {
  head?: SheetHead
  refused?: RefusalCode
  /** Each row by canonical title. */
  rows: Array<Record<string, string>>
}

/** Reads a file of the demo with the product's own reader. */
export async function readFile({ path }: Pick<QuarterFile, 'path'>): Promise<ReadFile> {
  const read: ReadFile = { rows: [] }
  for await (const part of openSheet(path, { known: [...KEYS.keys()] })) {
    if ('head' in part) read.head = part.head
    else if ('refused' in part) read.refused = part.refused.code
    else read.rows.push(...part.rows.map((row) => named(read.head!, row)))
  }
  return read
}

/** What a row of forms says, in the words of the plan. */
export function formFrom(row: Record<string, string>) {
  const day = (key: string) => parseFrenchDay(row[key]!)
  return {
    reference: row.reference_saisine!,
    association: row.association!,
    convention: row.convention!,
    receivedOn: day('date_reception'),
    firstContactOn: day('date_premier_contact'),
    lastActOn: day('date_dernier_acte'),
    outcome: normaliseKey(row.issue!),
    quantities: Object.fromEntries(
      SERVICES.filter((code) => row[code] !== '').map((code) => [code, parseQuantity(row[code]!)])
    ),
    note: row.observations!,
  }
}

function named(head: SheetHead, { cells }: SheetRow): Record<string, string> {
  return Object.fromEntries(
    head.headers.map((header, i) => [KEYS.get(normaliseKey(header)) ?? header, cells[i] ?? ''])
  )
}
