/** How a value stands in its cell, on the page and in the files. */
export type CellKind = 'text' | 'code' | 'day' | 'instant' | 'cents' | 'number' | 'state'

/** Colour of a badge, by what it asks of the reader. */
export type Tone = 'calm' | 'good' | 'waiting' | 'alert'
export interface StateLabel {
  label: string
  tone: Tone
}

export interface Column<Row> {
  /** Column of the query, by its alias. */
  key: keyof Row & string
  label: string
  /** 'text' when not given. */
  kind?: CellKind
  /** Words of a code, with the kind 'state'. */
  states?: Readonly<Record<string, StateLabel>>
  /** Words of the whole row, where its column alone does not say enough; the column still orders. */
  words?: (row: Row) => string
  /** Where the value leads, or null. */
  href?: (row: Row) => string | null
  /** Never empty: an index orders it from its end too. */
  filled?: boolean
  /** The list is never ordered by it: its value is only worked out for the rows of a page. */
  unsorted?: boolean
  /** The column names the row: a header for those who listen to the page. */
  heads?: boolean
}

export interface Choice {
  value: string
  label: string
}

interface FilterBase {
  /** Name in the address. */
  name: string
  label: string
}

/** A part of the address that narrows the list. `sql` reads the columns of the query by their aliases. */
export type Filter =
  | (FilterBase & { kind: 'contains'; columns: readonly string[] })
  | (FilterBase & {
      kind: 'choice'
      column: string
      choices: () => Promise<Choice[]> | Choice[]
      /** Condition of each value, where it is quicker to find than to read from the column. */
      where?: Readonly<Record<string, string>>
    })
  | (FilterBase & { kind: 'from' | 'until'; column: string })
  | (FilterBase & { kind: 'flag'; sql: string })

/** A list of the screens: what it reads, shows, narrows, orders, counts and sums. */
export interface List<Row extends object> {
  /** Name of the list, of its saved views and of its files: 'saisines'. */
  name: string
  /** Legend of the table. */
  caption: string
  /** What is counted: ['saisine', 'saisines']. */
  noun: readonly [one: string, many: string]
  /** SELECT without ORDER BY; `?` for each of the bindings. */
  sql: string
  bindings?: readonly (string | number | boolean | null)[]
  columns: readonly Column<Row>[]
  filters: readonly Filter[]
  /** Key of the column that orders, '-key' from the largest; a column `id` breaks ties. */
  order: string
  /** Column whose sum is shown: of cents, or of things counted. */
  sum?: { key: keyof Row & string; label: string; kind?: 'number' }
  /**
   * SELECT of the `count` and the `sum` of all the rows, for the same bindings, where they are known without reading
   * each of them; asked when no filter is set.
   */
  totals?: string
  /** What to do while there is nothing: a sentence. */
  empty: string
}

/** A cell ready to be written. */
export interface Cell {
  text: string
  /** Class of the style sheet that its kind has. */
  look: string
  tone: Tone | null
  href: string | null
  heads: boolean
}

/** A page of a list, with the state that its address holds. */
export interface ListPage {
  name: string
  caption: string
  empty: string
  headers: {
    label: string
    key: string
    figure: boolean
    sorted: 'ascending' | 'descending' | null
    href: string | null
  }[]
  rows: Cell[][]
  count: number
  counted: string
  sum: { label: string; text: string } | null
  filters: (FilterBase & { kind: Filter['kind']; value: string; choices: Choice[] })[]
  filtered: boolean
  page: number
  pages: number
  previous: string | null
  next: string | null
  /** The same rows as files. */
  csv: string
  xlsx: string
  /** Filters and order, as the address holds them. */
  query: string
  views: { id: number; name: string; href: string }[]
}
