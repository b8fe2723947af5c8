/**
 * Does the works of the queue in this process, beside the pages it serves, unless WORKS is false; several processes
 * share them.
 */
import app from '@adonisjs/core/services/app'
import logger from '@adonisjs/core/services/logger'
import { removeOldUploads } from '#app/intake/uploads/remove_old_uploads'
import { queueMails } from '#app/shared/mail/queue_mails'
import { sendMails } from '#app/shared/mail/send_mails'
import { performWork } from '#app/shared/works/perform_work'
import { MAIL_QUEUE, QUEUE, ROUND_QUEUE, workQueue } from '#app/shared/works/work_queue'
import { doesWorks } from '#start/env'
import { goRound, scheduleRounds } from '#start/rounds'
import { workKind } from '#start/work_kinds'

const HOUR = 3_600_000
/** A mail that waits in its table leaves soon: what caused it may be a command, which joins no queue. */
const SOON = 5000
/** Sent by one worker in a row. */
const MAILS_AT_ONCE = 20

void app.ready(async () => {
  if (!doesWorks) return
  const boss = await workQueue()
  await boss.work<{ workId: number }>(QUEUE, { pollingIntervalSeconds: 0.5 }, async (jobs) => {
    for (const { data } of jobs) await performWork(data.workId, workKind)
  })
  await boss.work<{ mailId: number }>(MAIL_QUEUE, { batchSize: MAILS_AT_ONCE }, (jobs) =>
    sendMails(jobs.map(({ data }) => data.mailId))
  )
  await scheduleRounds(boss)
  await boss.work<{ round: string }>(ROUND_QUEUE, async (jobs) => {
    for (const { data } of jobs) await goRound(data.round, new Date())
  })
  setInterval(() => {
    queueMails().catch((error) => logger.error({ err: error }, 'Mails wait in their table'))
  }, SOON).unref()
  setInterval(() => {
    removeOldUploads().catch((error) => logger.error({ err: error }, 'Old uploads are still there'))
  }, HOUR).unref()
})
