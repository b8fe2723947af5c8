import { sendMail } from '#app/shared/mail/send_mail'

/** Tries each of the mails; throws when one could not leave: tried again, those that left do not leave twice. */
export async function sendMails(ids: readonly number[]): Promise<void> {
  const failures: unknown[] = []
  for (const id of ids) await sendMail(id).catch((error) => failures.push(error))
  if (failures.length > 0) throw failures[0]
}
