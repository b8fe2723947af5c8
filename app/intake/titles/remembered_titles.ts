import type { ImportKind } from '#app/intake/import_kind'
import { rows } from '#app/shared/rows'

/** Titles that a sender's former files had, normalised → our columns. */
export async function rememberedTitles(
  kind: ImportKind['kind'],
  sender: string
): Promise<Map<string, string>> {
  const known = await rows<{ title: string; field: string }>(
    'SELECT header_key AS title, field FROM column_mappings WHERE kind = ? AND sender = ?',
    [kind, sender]
  )
  return new Map(known.map(({ title, field }) => [title, field]))
}
