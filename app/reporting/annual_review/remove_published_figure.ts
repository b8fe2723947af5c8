import { recordEvent } from '#app/shared/record_event'
import { refuse, type Refused } from '#app/shared/result'
import { rows } from '#app/shared/rows'
import { transaction } from '#app/shared/transaction'

/** Takes a figure off the reviews to come; its row stays. */
export async function removePublishedFigure(
  actorId: number,
  id: number
): Promise<{ label: string } | Refused> {
  return transaction<{ label: string }>(async (trx) => {
    const [removed] = await rows<{ label: string; year: number }>(
      `UPDATE published_figures SET removed_at = now(), removed_by = ? WHERE id = ? AND removed_at IS NULL
       RETURNING label, year`,
      [actorId, id],
      trx
    )
    if (!removed) return refuse('CHIFFRE_ABSENT', 'Ce chiffre n’est plus dans la liste.')
    await recordEvent(trx, actorId, {
      verb: 'published_figure.removed',
      subject: ['published_figure', id],
      before: removed,
    })
    return { label: removed.label }
  })
}
