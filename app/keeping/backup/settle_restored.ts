import type { Manifest } from '#app/keeping/backup/manifest'
import { recordEvent } from '#app/shared/record_event'
import { rows } from '#app/shared/rows'
import type { Trx } from '#app/shared/transaction'

/**
 * What was under way when the backup was made is over: its queue is not in the archive. A mail that waited then may have
 * left since, so that nobody but a person sends it again; a work is started again from its page, and ends the same.
 */
export async function settleRestored(trx: Trx, { madeAt, figures }: Manifest): Promise<void> {
  await trx.rawQuery('DROP SCHEMA IF EXISTS jobs CASCADE')
  await rows(
    `UPDATE mails SET state = 'failed', failure = ? WHERE state = 'queued' AND NOT for_digest`,
    ['Attendait lors de la sauvegarde restaurée\u00a0: renvoyez-le s’il n’est pas déjà parti.'],
    trx
  )
  await rows(`UPDATE works SET state = 'failed', ended_at = now() WHERE ended_at IS NULL`, [], trx)
  await recordEvent(trx, null, {
    verb: 'installation.restored',
    subject: ['installation', 0],
    after: { madeAt, chainHead: figures.chainHead.id },
  })
}
