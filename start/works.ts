/** Does the works of the queue in this process, beside the pages it serves; several processes share them. */
import app from '@adonisjs/core/services/app'
import logger from '@adonisjs/core/services/logger'
import { removeOldUploads } from '#app/intake/uploads/remove_old_uploads'
import { sendMail } from '#app/shared/mail/send_mail'
import { performWork } from '#app/shared/works/perform_work'
import { MAIL_QUEUE, QUEUE, workQueue } from '#app/shared/works/work_queue'
import { workKind } from '#start/work_kinds'

const HOUR = 3_600_000

void app.ready(async () => {
  const boss = await workQueue()
  await boss.work<{ workId: number }>(QUEUE, { pollingIntervalSeconds: 0.5 }, async (jobs) => {
    for (const { data } of jobs) await performWork(data.workId, workKind)
  })
  await boss.work<{ mailId: number }>(MAIL_QUEUE, async (jobs) => {
    for (const { data } of jobs) await sendMail(data.mailId)
  })
  setInterval(() => {
    removeOldUploads().catch((error) => logger.error({ err: error }, 'Old uploads are still there'))
  }, HOUR).unref()
})
