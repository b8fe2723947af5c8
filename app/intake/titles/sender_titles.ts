import type { ImportColumn, ImportKind } from '#app/intake/import_kind'
import { normaliseKey } from '#app/shared/french_parse'
import { refuse, type Refused } from '#app/shared/result'
import { rows } from '#app/shared/rows'
import type { Trx } from '#app/shared/transaction'

/**
 * What a sender's own titles mean: those told now, which are remembered in the transaction of the import, and those
 * told before. Keys are normalised titles.
 */
export async function senderTitles(
  trx: Trx,
  kind: ImportKind['kind'],
  columns: readonly ImportColumn[],
  { sender = '', titles = new Map() }: { sender?: string; titles?: ReadonlyMap<string, string> }
): Promise<Map<string, string> | Refused> {
  const fields = new Set(columns.map(({ key }) => key))
  for (const [title, field] of titles) {
    if (!fields.has(field)) {
      return refuse(
        'COLONNE_INCONNUE',
        `« ${title} » ne peut pas valoir « ${field} ».`,
        `Colonnes : ${[...fields].join(', ')}.`
      )
    }
    await rows(
      `INSERT INTO column_mappings (kind, sender, header_key, field) VALUES (?, ?, ?, ?)
       ON CONFLICT (kind, sender, header_key) DO UPDATE SET field = excluded.field`,
      [kind, sender, normaliseKey(title), field],
      trx
    )
  }
  const known = await rows<{ title: string; field: string }>(
    'SELECT header_key AS title, field FROM column_mappings WHERE kind = ? AND sender = ?',
    [kind, sender],
    trx
  )
  return new Map(known.map(({ title, field }) => [title, field]))
}
