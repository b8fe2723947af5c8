import type { ReadCell } from '#app/intake/import_kind'
import { refuse, type Refused } from '#app/shared/result'

/** What a person typed instead of a file: a text for each column of the template; one left out is empty. */
export type TypedCells<Column extends string = string> = Readonly<Partial<Record<Column, string>>>

/** Reads typed cells as those of a row are read, so that the same checks serve both. */
export function readTyped(cells: TypedCells): ReadCell {
  return (column) => (Object.hasOwn(cells, column) ? (cells[column]?.trim() ?? '') : '')
}

/** Cells given as 'column=text'. */
export function cellsOf(assignments: readonly string[]): TypedCells | Refused {
  const incomplete = assignments.find((one) => !one.includes('='))
  if (incomplete !== undefined) {
    return refuse(
      'VALEUR_ABSENTE',
      `«\u00a0${incomplete}\u00a0» n’a pas de valeur.`,
      'Écrivez colonne=valeur, ou colonne= pour vider.'
    )
  }
  return Object.fromEntries(
    assignments.map((one) => [one.split('=')[0]!.trim(), one.slice(one.indexOf('=') + 1)])
  )
}
