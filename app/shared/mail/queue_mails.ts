import db from '@adonisjs/lucid/services/db'
import { fromKnex } from 'pg-boss'
import { rows } from '#app/shared/rows'
import { MAIL_QUEUE, workQueue } from '#app/shared/works/work_queue'

const AT_ONCE = 200

/**
 * Gives the queue the mails that wait in their table, each once: the mark and the job are of one transaction, and two
 * processes share the work. Gives how many.
 */
export async function queueMails(): Promise<number> {
  const boss = await workQueue()
  return db.transaction(async (trx) => {
    const waiting = await rows<{ id: number }>(
      `UPDATE mails SET queued_at = now() WHERE id IN (
         SELECT id FROM mails WHERE state = 'queued' AND queued_at IS NULL AND NOT for_digest
         ORDER BY id LIMIT ${AT_ONCE} FOR UPDATE SKIP LOCKED) RETURNING id`,
      [],
      trx
    )
    if (waiting.length > 0) {
      await boss.insert(
        MAIL_QUEUE,
        waiting.map(({ id }) => ({ data: { mailId: id } })),
        { db: fromKnex(trx.knexClient as never) }
      )
    }
    return waiting.length
  })
}
