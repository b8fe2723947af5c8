import { contactLetter } from '#app/shared/mail/letters/contact_changed'
import { postMail } from '#app/shared/mail/post_mail'
import { renderLetter } from '#app/shared/mail/render_letter'
import { row } from '#app/shared/rows'
import type { Trx } from '#app/shared/transaction'

interface NewContact {
  associationId: number
  email: string | null
  actorId: number
}

/**
 * Tells the address of before that it is no longer the association’s, before it is changed: who takes over a mailbox
 * must not be its only reader.
 */
export async function tellFormerContact(
  trx: Trx,
  { associationId, email, actorId }: NewContact
): Promise<void> {
  const known = (await row<{ email: string | null }>(
    'SELECT email FROM associations WHERE id = ?',
    [associationId],
    trx
  ))!
  if (known.email === null || known.email.toLowerCase() === email?.trim().toLowerCase()) return
  await postMail(trx, {
    kind: 'account',
    to: known.email,
    ...renderLetter(contactLetter()),
    associationId,
    causedBy: actorId,
  })
}
