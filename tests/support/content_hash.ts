import { row, rows } from '#app/shared/rows'

/** What entering and looking writes; it is nobody’s work. */
const COMINGS_AND_GOINGS = ['sessions', 'access_log', 'rate_limits']

/** The whole content of the tables, as one hash: an UPDATE shows too. */
export async function contentHash(): Promise<string> {
  const tables = await rows<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`
  )
  const counted = tables.filter(({ name }) => !COMINGS_AND_GOINGS.includes(name))
  const hashes = counted.map(
    ({ name }) =>
      `(SELECT coalesce(sum(hashtextextended(t::text, 0)::numeric), 0)::text FROM "${name}" t)`
  )
  const found = await row<{ hash: string }>(`SELECT concat_ws('|', ${hashes.join(', ')}) AS hash`)
  return found!.hash
}
