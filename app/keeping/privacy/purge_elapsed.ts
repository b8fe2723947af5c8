import { nameFilesOf } from '#app/keeping/privacy/name_files_of'
import { ELAPSED } from '#app/keeping/privacy/purge_plan'
import { readRetention } from '#app/keeping/privacy/retention'
import type { Day } from '#app/shared/day'
import type { Trx } from '#app/shared/transaction'

/** Mails lose their texts; the rest goes whole. */
const MAILS = `UPDATE mails SET subject = 'Courriel purgé', text_body = '', html_body = NULL,
  letter = CASE WHEN letter IS NOT NULL THEN '{}'::jsonb END, failure = NULL, purged_at = now()`

/** Erases what has served its time; its files go once that is committed. Gives counts. */
export async function purgeElapsed(trx: Trx, today: Day): Promise<Record<string, number>> {
  const { caseMonths, accessLogMonths } = await readRetention(trx)
  const { mails, refusedEvidence, ...erased } = ELAPSED(today, accessLogMonths, caseMonths)
  const counts: Record<string, number> = {}
  const written = await trx.rawQuery<{ rowCount: number }>(mails.replace('mails', MAILS))
  counts.mails = written.rowCount
  for (const [what, from] of Object.entries(erased)) {
    const { rowCount } = await trx.rawQuery<{ rowCount: number }>(`DELETE FROM ${from}`)
    counts[what] = rowCount
  }
  counts.refusedEvidence = await nameFilesOf(trx, refusedEvidence)
  return counts
}
