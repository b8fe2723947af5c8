import type { Filter, List } from '#app/shared/screens/list'
import { isDay } from '#app/shared/day'

type Value = string | number | boolean | null

/** What the address of a list asks for; what it does not know is ignored. */
export interface ListQuery {
  values: ReadonlyMap<string, string>
  sort: { key: string; descending: boolean; filled: boolean }
}

export interface Narrowed {
  sql: string
  bindings: Value[]
}

const LONGEST_VALUE = 200

/** Reads the address: values of filters, order. */
export function readListQuery<Row extends object>(
  list: Pick<List<Row>, 'filters' | 'columns' | 'order'>,
  query: Readonly<Record<string, unknown>>
): ListQuery {
  const values = new Map<string, string>()
  for (const { name, kind } of list.filters) {
    const value = textOf(query[name])
    if (value === '' || ((kind === 'from' || kind === 'until') && !isDay(value))) continue
    values.set(name, value)
  }
  const asked = textOf(query.tri)
  const key = asked.replace(/^-/, '')
  const known = list.columns.some((column) => column.key === key && !column.unsorted)
  const order = known ? asked : list.order
  return {
    values,
    sort: sortOf(list, order),
  }
}

/** The rows that the filters leave. */
export function narrow<Row extends object>(list: List<Row>, { values }: ListQuery): Narrowed {
  const conditions: string[] = []
  const bindings: Value[] = [...(list.bindings ?? [])]
  for (const filter of list.filters) {
    const value = values.get(filter.name)
    if (value === undefined) continue
    const [sql, ...bound] = condition(filter, value)
    conditions.push(`(${sql})`)
    bindings.push(...bound)
  }
  const where = conditions.length > 0 ? ` WHERE ${conditions.join(' AND ')}` : ''
  return { sql: `SELECT * FROM (${list.sql}) AS list${where}`, bindings }
}

function sortOf<Row extends object>(
  { columns }: Pick<List<Row>, 'columns'>,
  order: string
): ListQuery['sort'] {
  const key = order.replace(/^-/, '')
  const column = columns.find((one) => one.key === key)
  return { key, descending: order.startsWith('-'), filled: key === 'id' || !!column?.filled }
}

/** Order of the rows, made whole by the identifier; what is empty comes last, whichever the direction. */
export function orderBy({ sort: { key, descending, filled } }: ListQuery): string {
  const direction = descending ? 'DESC' : 'ASC'
  const first = key === 'id' ? '' : `"${key}" ${direction}${filled ? '' : ' NULLS LAST'}, `
  return `ORDER BY ${first}id ${direction}`
}

function condition(filter: Filter, value: string): [sql: string, ...bindings: Value[]] {
  switch (filter.kind) {
    case 'contains': {
      const pattern = `%${value.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
      return [
        filter.columns.map((column) => `"${column}" ILIKE ?`).join(' OR '),
        ...filter.columns.map(() => pattern),
      ]
    }
    case 'choice':
      if (filter.where && Object.hasOwn(filter.where, value)) return [filter.where[value]!]
      return [`"${filter.column}"::text = ?`, value]
    case 'from':
      return [`"${filter.column}" >= ?`, value]
    case 'until':
      return [`"${filter.column}" <= ?`, value]
    case 'flag':
      return [filter.sql]
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim().slice(0, LONGEST_VALUE).replaceAll('\0', '') : ''
}

/** The address that a state of the list has; empty values are left out. */
export function addressOf(
  values: Readonly<Record<string, string | number | null | undefined>>
): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(values)) {
    if (value !== null && value !== undefined && value !== '') params.set(name, String(value))
  }
  const text = params.toString()
  return text ? `?${text}` : '?'
}
