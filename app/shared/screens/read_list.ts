import { cellOf, lookOf } from '#app/shared/screens/list_cell'
import type { Choice, List, ListPage } from '#app/shared/screens/list'
import {
  addressOf,
  narrow,
  orderBy,
  readListQuery,
  type ListQuery,
} from '#app/shared/screens/list_query'
import { pagesOf } from '#app/shared/screens/pages'
import { formatAmount, formatNumber } from '#app/shared/french_format'
import { row, rows } from '#app/shared/rows'

const PAGE = 50

/** One page of a list as its address asks, with the count and the sum of all that the filters leave. */
export async function readList<Row extends object>(
  list: List<Row>,
  address: Readonly<Record<string, unknown>>,
  userId: number
): Promise<ListPage> {
  const query = readListQuery(list, address)
  const { sql, bindings } = narrow(list, query)
  const totals = (await row<Totals>(totalsOf(list, query, sql), bindings))!
  const { page, pages, first } = pagesOf(totals.count, PAGE, address.page)
  const found = await rows<Row>(`${sql} ${orderBy(query)} LIMIT ${PAGE} OFFSET ${first}`, bindings)
  const state = stateOf(query, list.order)
  return {
    name: list.name,
    caption: list.caption,
    empty: list.empty,
    headers: headersOf(list, query),
    rows: found.map((one) => list.columns.map((column) => cellOf(column, one))),
    count: totals.count,
    counted: `${formatNumber(totals.count)}\u00a0${totals.count < 2 ? list.noun[0] : list.noun[1]}`,
    sum: list.sum ? { label: list.sum.label, text: sumOf(list.sum, totals.sum ?? 0) } : null,
    filters: await Promise.all(
      list.filters.map(async (filter) => ({
        name: filter.name,
        label: filter.label,
        kind: filter.kind,
        value: query.values.get(filter.name) ?? '',
        choices: await choicesOf(filter),
      }))
    ),
    filtered: query.values.size > 0,
    page,
    pages,
    previous: page > 1 ? addressOf({ ...state, page: page - 1 }) : null,
    next: page < pages ? addressOf({ ...state, page: page + 1 }) : null,
    csv: addressOf({ ...state, format: 'csv' }),
    xlsx: addressOf({ ...state, format: 'xlsx' }),
    query: addressOf(state),
    views: await rows(
      `SELECT id, name, query AS href FROM saved_views WHERE user_id = ? AND list = ? ORDER BY name`,
      [userId, list.name]
    ),
  }
}

interface Totals {
  count: number
  sum: number | null
}

function totalsOf<Row extends object>(list: List<Row>, { values }: ListQuery, sql: string): string {
  if (list.totals && values.size === 0) return list.totals
  const sum = list.sum ? `coalesce(sum("${list.sum.key}"), 0)::bigint` : 'NULL'
  return `SELECT count(*) AS count, ${sum} AS sum FROM (${sql}) AS narrowed`
}

function sumOf({ kind }: { kind?: 'number' }, total: number): string {
  return kind === 'number' ? formatNumber(total) : formatAmount(total)
}

function choicesOf(filter: List<object>['filters'][number]): Promise<Choice[]> | Choice[] {
  return filter.kind === 'choice' ? filter.choices() : []
}

function stateOf({ values, sort }: ListQuery, usual: string): Record<string, string | null> {
  const order = `${sort.descending ? '-' : ''}${sort.key}`
  return { ...Object.fromEntries(values), tri: order === usual ? null : order }
}

function headersOf<Row extends object>(list: List<Row>, query: ListQuery): ListPage['headers'] {
  return list.columns.map((column) => {
    const { key, label, unsorted } = column
    const sorts = query.sort.key === key
    const next = sorts && !query.sort.descending ? `-${key}` : key
    return {
      key,
      label,
      figure: lookOf(column) === 'figure',
      sorted: sorts ? (query.sort.descending ? 'descending' : 'ascending') : null,
      href: unsorted ? null : addressOf({ ...stateOf(query, list.order), tri: next }),
    }
  })
}
