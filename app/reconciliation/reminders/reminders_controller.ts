import type { HttpContext } from '@adonisjs/core/http'
import { DECIDERS } from '#app/reconciliation/reconciliation_roles'
import { draftReminder, remindedAssociation } from '#app/reconciliation/reminders/draft_reminder'
import { isRemindable, lateSaisines } from '#app/reconciliation/reminders/late_saisines'
import { remindersList } from '#app/reconciliation/reminders/reminders_list'
import { remindersOf } from '#app/reconciliation/reminders/reminder_history'
import { sendReminder } from '#app/reconciliation/reminders/send_reminder'
import { plural } from '#app/shared/french_format'
import { isRefused } from '#app/shared/result'
import { hasRole } from '#app/shared/screens/has_role'
import { found, idOf } from '#app/shared/screens/not_found'
import { refuseBack, say } from '#app/shared/screens/refuse_back'
import { showList } from '#app/shared/screens/show_list'
import { ticked } from '#app/shared/screens/typed'

/** Asking associations for the forms that are late: who is late, the mail before it leaves, who was asked when. */
export default class RemindersController {
  async index(ctx: HttpContext) {
    return showList(ctx, remindersList, 'reconciliation/reminders')
  }

  async show(ctx: HttpContext) {
    const association = found(await remindedAssociation(idOf(ctx.params.id)))
    const at = new Date()
    const late = await lateSaisines(association.id)
    const asked = new Set(ticked(ctx.request, 'saisine'))
    const chosen = late.filter(
      (one) => isRemindable(one, at) && (asked.size === 0 || asked.has(String(one.id)))
    )
    return ctx.view.render('reconciliation/reminder', {
      association,
      late: late.map((one) => ({
        ...one,
        remindable: isRemindable(one, at),
        chosen: chosen.includes(one),
      })),
      chosen,
      mail: chosen.length > 0 ? draftReminder(association, chosen, at) : null,
      sent: await remindersOf(association.id),
      decides: hasRole(ctx, DECIDERS),
    })
  }

  async store(ctx: HttpContext) {
    const associationId = idOf(ctx.params.id)
    const sent = await sendReminder({
      associationId,
      saisineIds: ticked(ctx.request, 'saisine').map(Number).filter(Number.isSafeInteger),
      actorId: ctx.auth.user!.id,
    })
    if (isRefused(sent)) return refuseBack(ctx, sent, `/relances/${associationId}`)
    say(ctx, `La relance part à ${sent.recipient}, pour ${plural(sent.reminded, 'saisine')}.`)
    return ctx.response.redirect().status(303).toPath('/relances')
  }
}
