import type { TitleStyle } from '#app/demo/files/form_titles'
import type { DayStyle } from '#app/demo/files/typed_day'

/** How an office saves its tables. */
export type SheetHabit = CsvHabit | XlsxHabit

export interface CsvHabit {
  readonly format: 'csv' | 'tsv'
  readonly separator: ';' | ',' | '\t'
  readonly encoding: 'utf-8' | 'utf-8-bom' | 'windows-1252'
  readonly days: DayStyle
  readonly titles: TitleStyle
  /** What follows a whole number: an export of a database writes 2,0 for 2. */
  readonly decimals?: ',0'
  readonly blankRows?: true
}

export interface XlsxHabit {
  readonly format: 'xlsx'
  readonly days: DayStyle | 'dates'
  readonly titles: TitleStyle
  /** A line above the titles. */
  readonly heading?: true
  /** The calendar of old Macs, whose day 0 is 1 January 1904. */
  readonly calendar1904?: true
  readonly blankRows?: true
}

/** One habit for each region, in their order, then the one of the complement. */
export const HABITS: readonly SheetHabit[] = [
  { ...windows(), days: 'slashes', titles: 'spoken', decimals: ',0' },
  { ...csv(',', 'utf-8'), days: 'iso', titles: 'canonical' },
  { ...csv('\t', 'utf-8'), days: 'slashes', titles: 'spoken' },
  { format: 'xlsx', days: 'dates', titles: 'spoken', heading: true },
  { format: 'xlsx', days: 'dates', titles: 'canonical', calendar1904: true },
  { format: 'xlsx', days: 'words', titles: 'capitals' },
  { ...csv(';', 'utf-8-bom'), days: 'slashes', titles: 'capitals', blankRows: true },
  { ...windows(), days: 'words', titles: 'own' },
  { format: 'xlsx', days: 'slashes', titles: 'capitals', heading: true, blankRows: true },
  { ...csv(';', 'utf-8-bom'), days: 'iso', titles: 'own' },
  { format: 'xlsx', days: 'dates', titles: 'canonical' },
  { ...csv('\t', 'utf-8'), days: 'dots', titles: 'canonical' },
  { format: 'xlsx', days: 'dates', titles: 'own', blankRows: true },
  { format: 'xlsx', days: 'slashes', titles: 'spoken', heading: true },
]

function windows() {
  return csv(';', 'windows-1252')
}

function csv(separator: CsvHabit['separator'], encoding: CsvHabit['encoding']) {
  return { format: separator === '\t' ? 'tsv' : 'csv', separator, encoding } as const
}
