import { correctionDisputes } from '#app/settlement/disputes/dispute_corrections'
import { readLine } from '#app/statements/explanation/read_line'
import { rows } from '#app/shared/rows'

/** « Pourquoi ce montant ? » behind the wall, and what the association said of it. */
export async function readMyLine(id: number) {
  const line = await readLine(id)
  if (!line) return null
  return {
    ...line,
    disputes: await rows<{ id: number; openedAt: Date; open: boolean }>(
      `SELECT id, opened_at AS "openedAt", closed_at IS NULL AS open FROM disputes WHERE line_id = ? ORDER BY id`,
      [id]
    ),
    follows: await correctionDisputes({ lineId: id }),
  }
}
