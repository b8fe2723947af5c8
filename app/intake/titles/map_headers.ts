import type { ImportColumn } from '#app/intake/import_kind'
import { normaliseKey } from '#app/shared/french_parse'
import { refuse, type Refused } from '#app/shared/result'

/** Where each canonical column stands in the file, and the titles that mean nothing here. */
export interface HeaderMap {
  positions: ReadonlyMap<string, number>
  ignored: string[]
}

/**
 * Recognises the titles of a file: the canonical one, a synonym, or what this sender's titles were mapped to
 * before. Refuses when a required column is absent, naming what was looked for.
 */
export function mapHeaders(
  headers: readonly string[],
  columns: readonly ImportColumn[],
  remembered: ReadonlyMap<string, string>
): HeaderMap | Refused {
  const fields = new Map<string, string>()
  for (const { key, synonyms = [] } of columns) {
    for (const name of [key, ...synonyms]) fields.set(name, key)
  }
  const positions = new Map<string, number>()
  const ignored: string[] = []
  headers.forEach((header, position) => {
    const key = normaliseKey(header)
    const field = remembered.get(key) ?? fields.get(key)
    if (field === undefined || positions.has(field)) ignored.push(header)
    else positions.set(field, position)
  })
  const missing = columns.filter(({ key, required }) => required && !positions.has(key))
  if (missing.length === 0) return { positions, ignored: ignored.filter((title) => title !== '') }
  return {
    refused: missing.map(
      ({ key }) =>
        refuse(
          'COLONNE_MANQUANTE',
          `La colonne « ${key} » manque.`,
          `Titres lus : ${headers.filter(Boolean).join(', ')}. Ajoutez la colonne, ou renommez celle qui la contient.`
        ).refused[0]!
    ),
  }
}
