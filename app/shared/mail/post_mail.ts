import { fromKnex } from 'pg-boss'
import { row } from '#app/shared/rows'
import type { Trx } from '#app/shared/transaction'
import { MAIL_QUEUE, workQueue } from '#app/shared/works/work_queue'

export interface NewMail {
  /** What the mail is for: 'invitation', 'reminder'… */
  kind: string
  to: string
  subject: string
  text: string
  html?: string
  /** The association that it is for, which reads it again in the portal. */
  associationId?: number
  /** What it tells: two mails of one kind and cause never go to one recipient. */
  cause?: string
  /** Holds a link that lets someone in: erased once sent. */
  secret?: boolean
  causedBy: number | null
}

/** Writes a mail with the transaction that causes it: it leaves if, and only if, that one is committed. Gives its id. */
export async function postMail(
  trx: Trx,
  { kind, to, subject, text, html, associationId, cause, secret = false, causedBy }: NewMail
): Promise<number> {
  const mail = (await row<{ id: number }>(
    `INSERT INTO mails (kind, recipient, subject, text_body, html_body, association_id, cause, secret, caused_by, queued_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, now()) RETURNING id`,
    [kind, to, subject, text, html ?? null, associationId ?? null, cause ?? null, secret, causedBy],
    trx
  ))!
  await enqueueMail(trx, mail.id)
  return mail.id
}

/** Puts a mail that waits in the queue, by the transaction that makes it wait. */
export async function enqueueMail(trx: Trx, mailId: number): Promise<void> {
  const boss = await workQueue()
  await boss.send(MAIL_QUEUE, { mailId }, { db: fromKnex(trx.knexClient as never) })
}
