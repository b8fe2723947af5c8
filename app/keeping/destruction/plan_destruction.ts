import { createHash } from 'node:crypto'
import { accountingPieces, type AccountingPiece } from '#app/keeping/destruction/accounting_pieces'
import type { Day } from '#app/shared/day'
import type { Trx } from '#app/shared/transaction'

export interface DestructionPlan {
  /** What would be destroyed, the oldest first. */
  due: AccountingPiece[]
  /** By kind of piece, and by reason of those that stay. */
  counts: Record<string, number>
  /** SHA-256 of the very pieces that would be destroyed. */
  digest: Buffer
}

/** What a destruction would do on a day. */
export async function planDestruction(trx: Trx, today: Day): Promise<DestructionPlan> {
  const pieces = await accountingPieces(trx, today)
  const due = pieces.filter(({ kept }) => kept === null)
  const counts: Record<string, number> = {}
  for (const { kind, kept } of pieces) {
    const what = kept ? `kept.${kept}` : kind
    counts[what] = (counts[what] ?? 0) + 1
  }
  const digest = createHash('sha256')
  for (const { key, sha256 } of due) digest.update(`${key}\n`).update(sha256)
  return { due, counts, digest: digest.digest() }
}
