import { draftReminder, remindedAssociation } from '#app/reconciliation/reminders/draft_reminder'
import {
  isRemindable,
  lateSaisines,
  type LateSaisine,
} from '#app/reconciliation/reminders/late_saisines'
import { notify } from '#app/shared/mail/notify'
import { postMail } from '#app/shared/mail/post_mail'
import { recordEvent } from '#app/shared/record_event'
import { refuse, type Refused } from '#app/shared/result'
import { lock, transaction, type Trx } from '#app/shared/transaction'

export interface Reminder {
  associationId: number
  saisineIds: readonly number[]
  actorId: number
}

export interface ReminderSent {
  recipient: string
  reminded: number
}

/** Asks an association, by one mail, for the forms of some of its late saisines; each is noted, and not asked again for days. */
export async function sendReminder(
  { associationId, saisineIds, actorId }: Reminder,
  at = new Date()
): Promise<ReminderSent | Refused> {
  return transaction<ReminderSent>(async (trx) => {
    await lock(trx, `reminders ${associationId}`)
    const association = await remindedAssociation(associationId, trx)
    if (!association) return refuse('ASSOCIATION_INCONNUE', 'Cette association n’existe pas.')
    const { code, email } = association
    if (email === null) {
      return refuse(
        'COURRIEL_INCONNU',
        `Le courriel de l’association ${code} n’est pas enregistré.`,
        'Enregistrez-le sur sa fiche, puis relancez-la.'
      )
    }
    const late = (await lateSaisines(associationId, trx)).filter(({ id }) =>
      saisineIds.includes(id)
    )
    const refused = refuseReminder(saisineIds, late, at)
    if (refused) return refused
    const mail = draftReminder(association, late, at)
    const cause = `reminder:${associationId}:${at.toISOString()}`
    const { letter, ...written } = mail
    const mailId = await postMail(trx, {
      ...written,
      kind: 'reminder',
      to: email.toLowerCase(),
      associationId,
      cause,
      causedBy: actorId,
    })
    // And to the people who enter for it, as each chose.
    await notify(trx, [{ kind: 'reminder', associationId, cause, letter }], actorId)
    for (const saisine of late) await note(trx, { saisine, association, mailId, actorId, at })
    return { recipient: email, reminded: late.length }
  })
}

function refuseReminder(
  asked: readonly number[],
  late: readonly LateSaisine[],
  at: Date
): Refused | null {
  if (asked.length === 0) {
    return refuse('RIEN_A_RELANCER', 'Aucune saisine n’est cochée.', 'Cochez celles à relancer.')
  }
  if (late.length < new Set(asked).size) {
    return refuse(
      'PLUS_EN_RETARD',
      'Une saisine cochée n’attend plus de fiche, ou a changé d’association.',
      'Relisez la liste, puis relancez.'
    )
  }
  const tooSoon = late.filter((one) => !isRemindable(one, at))
  if (tooSoon.length === 0) return null
  return refuse(
    'DEJA_RELANCEE',
    `Relance trop récente\u00a0: ${tooSoon.map(({ reference }) => reference).join(', ')}.`,
    'Laissez à l’association le temps de répondre.'
  )
}

interface Note {
  saisine: LateSaisine
  association: { id: number; code: string }
  mailId: number
  actorId: number
  at: Date
}

async function note(trx: Trx, { saisine, association, mailId, actorId, at }: Note): Promise<void> {
  await trx.table('reminders').insert({
    saisine_id: saisine.id,
    association_id: association.id,
    mail_id: mailId,
    level: saisine.level,
    sent_by: actorId,
    sent_at: at,
  })
  await recordEvent(trx, actorId, {
    verb: 'saisine.reminded',
    subject: ['saisine', saisine.id],
    after: { association: association.code, level: saisine.level },
  })
}
