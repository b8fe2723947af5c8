import type { ImportKind, ImportProblem } from '#app/intake/import_kind'
import { writeErrorsCopy } from '#app/intake/write_errors_copy'

/** The sender's file again, with what is to be mended beside each row. */
export async function copyWithErrors(
  kind: ImportKind,
  source: string,
  problems: readonly ImportProblem[],
  out: string
): Promise<void> {
  const columns = await kind.columns()
  const byRow = new Map<number, string[]>()
  for (const { rowNumber, column, message, remedy } of problems) {
    byRow.set(rowNumber, [...(byRow.get(rowNumber) ?? []), `${column} : ${message} ${remedy}`])
  }
  const known = columns.flatMap(({ key, synonyms = [] }) => [key, ...synonyms])
  await writeErrorsCopy(source, byRow, out, { known })
}
