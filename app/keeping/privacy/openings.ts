import { row, rows } from '#app/shared/rows'
import type { Trx } from '#app/shared/transaction'

interface Opening {
  purpose: 'purge' | 'destruction' | 'key_rotation'
  actorId: number
  /** The rehearsal that announced it, where there must be one. */
  rehearsalId?: number
}

/** Opens the audited door to what is issued, for this transaction; gives its number in the register. */
export async function recordOpening(
  trx: Trx,
  { purpose, actorId, rehearsalId }: Opening
): Promise<number> {
  const { id } = (await row<{ id: number }>(
    'INSERT INTO openings (purpose, rehearsal_id, opened_by) VALUES (?, ?, ?) RETURNING id',
    [purpose, rehearsalId ?? null, actorId],
    trx
  ))!
  return id
}

/** Writes in the register what was done: counts, never contents. */
export async function recordCounts(
  trx: Trx,
  openingId: number,
  counts: Readonly<Record<string, number>>
): Promise<void> {
  for (const [what, count] of Object.entries(counts)) {
    await rows('INSERT INTO opening_counts VALUES (?, ?, ?)', [openingId, what, count], trx)
  }
}
