import type { ImportColumn } from '#app/intake/import_kind'
import { openSheet } from '#app/intake/open_sheet'

/** Titles of a file as typed, where they are likely to stand; none when it cannot be read at all. */
export async function readTitles(
  path: string,
  columns: readonly ImportColumn[],
  told: readonly string[]
): Promise<string[]> {
  const known = [...columns.flatMap(({ key, synonyms = [] }) => [key, ...synonyms]), ...told]
  const recognised = await titlesOf(path, known)
  return recognised.length > 0 ? recognised : titlesOf(path, [])
}

async function titlesOf(path: string, known: readonly string[]): Promise<string[]> {
  for await (const part of openSheet(path, { known })) {
    return 'head' in part ? part.head.headers.map((title) => title.trim()).filter(Boolean) : []
  }
  return []
}
