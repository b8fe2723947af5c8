import { postMail } from '#app/shared/mail/post_mail'
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
  const known = (await row<{ name: string; email: string | null }>(
    'SELECT name, email FROM associations WHERE id = ?',
    [associationId],
    trx
  ))!
  if (known.email === null || known.email.toLowerCase() === email?.trim().toLowerCase()) return
  await postMail(trx, {
    kind: 'account',
    to: known.email,
    subject: 'Le courriel de votre association change',
    text: [
      'Bonjour,',
      '',
      `Le courriel de ${known.name} vient d’être changé\u00a0: les messages de la fédération n’arriveront plus ici.`,
      '',
      'Si vous n’êtes pas au courant, prévenez tout de suite la fédération, par un numéro que vous connaissez.',
    ].join('\n'),
    causedBy: actorId,
  })
}
