import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import { reminderMail, type ReminderMail } from '#app/reconciliation/reminders/reminder_mail'
import type { LateSaisine } from '#app/reconciliation/reminders/late_saisines'
import { addDays, parisDay } from '#app/shared/day'
import { row } from '#app/shared/rows'

export interface RemindedAssociation {
  id: number
  code: string
  name: string
  email: string | null
  federation: string
  /** Days during which a saisine is not reminded again. */
  reminderDays: number
}

/** Who would receive a reminder, and under which rules; null when there is no such association. */
export function remindedAssociation(
  id: number,
  client?: QueryClientContract
): Promise<RemindedAssociation | null> {
  return row<RemindedAssociation>(
    `SELECT a.id, a.code, a.name, a.email, s.federation_name AS federation, s.reminder_days AS "reminderDays"
     FROM associations a, settings s WHERE a.id = ?`,
    [id],
    client
  )
}

/** The mail as it would leave now. */
export function draftReminder(
  { code, name, federation, reminderDays }: RemindedAssociation,
  saisines: readonly LateSaisine[],
  at: Date
): ReminderMail {
  return reminderMail({
    federation,
    association: `${code} — ${name}`,
    saisines,
    answerBy: addDays(parisDay(at), reminderDays),
  })
}
