import { rows } from '#app/shared/rows'

/** Who has titles of their own that are remembered. */
export async function knownSenders(): Promise<string[]> {
  const found = await rows<{ sender: string }>(
    `SELECT DISTINCT sender FROM column_mappings WHERE sender <> '' ORDER BY sender LIMIT 500`
  )
  return found.map(({ sender }) => sender)
}
