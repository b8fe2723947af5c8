import type { ImportKind, ImportProblem } from '#app/intake/import_kind'
import type { Refused } from '#app/intake/sheet'
import { writeErrorsCopy } from '#app/intake/writer/write_errors_copy'

/**
 * The sender's file again, with what is to be mended beside each row. `told`: its titles that are not ours. Gives the
 * refusal, and leaves no file, when it cannot be read.
 */
export async function copyWithErrors(
  kind: Pick<ImportKind, 'columns'>,
  source: string,
  problems: readonly ImportProblem[],
  out: string,
  told: Iterable<string>
): Promise<Refused | null> {
  const columns = await kind.columns()
  const byRow = new Map<number, string[]>()
  for (const { rowNumber, column, message, remedy } of problems) {
    byRow.set(rowNumber, [...(byRow.get(rowNumber) ?? []), `${column} : ${message} ${remedy}`])
  }
  const known = columns.flatMap(({ key, synonyms = [] }) => [key, ...synonyms])
  return writeErrorsCopy(source, byRow, out, { known: [...known, ...told] })
}
