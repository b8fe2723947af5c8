import type { ImportColumn } from '#app/intake/import_kind'
import { rememberedTitles } from '#app/intake/titles/remembered_titles'
import type { Upload } from '#app/intake/uploads/upload'
import { normaliseKey } from '#app/shared/french_parse'

/** One column of ours: the title of the file that fills it, when known, and whether a person may choose it. */
export interface TitleChoice {
  column: ImportColumn
  title: string | null
  /** Nobody has to say it: the title is the column's own name. */
  recognised: boolean
}

/** What each of our columns is in a file, for the form that asks the person. */
export async function titleChoices(
  upload: Upload,
  titles: readonly string[],
  columns: readonly ImportColumn[]
): Promise<TitleChoice[]> {
  const told = new Map([
    ...(await rememberedTitles(upload.kind, upload.sender)),
    ...upload.titles.map(normalised),
  ])
  const keys = titles.map((title) => ({ title, key: normaliseKey(title) }))
  return columns.map((column) => {
    const said = keys.find(({ key }) => told.get(key) === column.key)
    if (said) return { column, title: said.title, recognised: false }
    const names = [column.key, ...(column.synonyms ?? [])]
    const own = keys.find(({ key }) => names.includes(key) && !told.has(key))
    return { column, title: own?.title ?? null, recognised: own !== undefined }
  })
}

function normalised([title, field]: [string, string]): [string, string] {
  return [normaliseKey(title), field]
}
