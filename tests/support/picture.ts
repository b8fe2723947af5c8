import type { Assert } from '@japa/assert'
import { isRefused, type Reason } from '#app/shared/result'
import { rows } from '#app/shared/rows'

/** Number of rows and digest of every table of the schema. */
export type Picture = Record<string, string>

export async function picture(): Promise<Picture> {
  const tables = await rows<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename`
  )
  const found = await rows<{ name: string; content: string }>(
    tables
      .map(
        ({ name }) =>
          `SELECT '${name}' AS name,
             concat_ws(' ', count(*), sum(hashtextextended(t::text, 0)::numeric)) AS content FROM "${name}" t`
      )
      .join(' UNION ALL ')
  )
  return Object.fromEntries(found.map(({ name, content }) => [name, content]))
}

/** The reasons of a refused verb, once it is sure that it left every table as it was. */
export async function refusedWithoutWriting(
  assert: Assert,
  verb: () => Promise<object>
): Promise<Reason[]> {
  const before = await picture()
  const answer = await verb()
  assert.deepEqual(await picture(), before)
  if (!isRefused(answer)) throw new Error('The verb was possible')
  for (const { message } of answer.refused) assert.match(message, /[.!?]$/)
  return answer.refused
}
