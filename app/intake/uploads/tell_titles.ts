import { readChecked, writeUpload } from '#app/intake/uploads/read_upload'
import type { Upload } from '#app/intake/uploads/upload'
import { refuse, type Refused } from '#app/shared/result'

/** Notes which titles of the file are which of our columns, and whose titles they are, for the next check. */
export async function tellTitles(
  upload: Upload,
  sender: string,
  told: readonly [title: string, field: string][]
): Promise<Upload | Refused> {
  const titles = new Set((await readChecked(upload.id))?.titles)
  const known = told.filter(([title]) => titles.has(title))
  if (known.length === 0) {
    return refuse(
      'TITRE_NON_CHOISI',
      'Aucun titre n’est choisi.',
      'Choisissez, en face de chaque colonne qui manque, le titre qu’elle a dans le fichier.'
    )
  }
  const twice = known.find(
    ([title], index) => known.findIndex(([other]) => other === title) < index
  )
  if (twice) {
    return refuse(
      'TITRE_DEUX_FOIS',
      `Le titre «\u00a0${twice[0]}\u00a0» est choisi pour deux colonnes.`,
      'Un titre ne remplit qu’une colonne.'
    )
  }
  const kept = { ...upload, sender, titles: known }
  await writeUpload(kept)
  return kept
}
