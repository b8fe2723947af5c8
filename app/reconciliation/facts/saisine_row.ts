import type { SaisineFacts } from '#app/reconciliation/facts/saisine_facts'

/** Columns of saisines that `saisineFromRow` reads, in its order. */
export const SAISINE_COLUMNS = [
  'id',
  'convention_id',
  'reference',
  'association_id',
  'opened_on',
  'channel',
  'department',
  'beneficiary',
] as const

/** A saisine from the cells of a row, its columns starting at `at`. */
export function saisineFromRow(cells: readonly (string | null)[], at: number): SaisineFacts {
  return {
    id: Number(cells[at]),
    conventionId: Number(cells[at + 1]),
    reference: cells[at + 2]!,
    associationId: Number(cells[at + 3]),
    openedOn: cells[at + 4]!,
    channel: cells[at + 5]!,
    department: cells[at + 6]!,
    beneficiary: cells[at + 7]!,
  }
}
