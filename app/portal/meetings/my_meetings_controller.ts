import type { HttpContext } from '@adonisjs/core/http'
import { calendarFile } from '#app/network/meetings/calendar_file'
import { cancelRegistration } from '#app/network/meetings/cancel_registration'
import { MEETING_STATES } from '#app/network/meetings/meetings_list'
import { registerForMeeting } from '#app/network/meetings/register_for_meeting'
import { myMeeting, myMeetings } from '#app/portal/meetings/my_meetings'
import { isRefused } from '#app/shared/result'
import { attachment } from '#app/shared/screens/attachment'
import { found, idOf } from '#app/shared/screens/not_found'
import { refuseBack, say } from '#app/shared/screens/refuse_back'
import { appUrl } from '#start/env'

const PAGE = '/rendez-vous'

/** The webinars, to the people of an association. */
export default class MyMeetingsController {
  async index({ auth, view }: HttpContext) {
    return view.render('portal/meetings', {
      meetings: await myMeetings(auth.user!.id),
      states: MEETING_STATES,
    })
  }

  async show(ctx: HttpContext) {
    const meeting = found(await myMeeting(ctx.auth.user!.id, idOf(ctx.params.id)))
    const calendar = calendarFile(meeting, new URL(appUrl).hostname, new Date())
    const type = 'text/calendar; charset=utf-8; method=PUBLISH'
    return attachment(ctx, `rendez-vous-${meeting.id}.ics`, type).send(calendar)
  }

  async store(ctx: HttpContext) {
    const registered = await registerForMeeting(ctx.auth.user!, idOf(ctx.params.id))
    if (isRefused(registered)) return refuseBack(ctx, registered, PAGE)
    say(
      ctx,
      registered.seat === null
        ? 'Le rendez-vous est complet : vous êtes sur la liste d’attente, un courriel vous dira si une place se libère.'
        : 'Vous êtes inscrit : votre place est gardée.'
    )
    return ctx.response.redirect().status(303).toPath(PAGE)
  }

  async destroy(ctx: HttpContext) {
    const cancelled = await cancelRegistration(ctx.auth.user!, idOf(ctx.params.id))
    if (isRefused(cancelled)) return refuseBack(ctx, cancelled, PAGE)
    say(ctx, 'Vous n’êtes plus inscrit. Merci d’avoir prévenu.')
    return ctx.response.redirect().status(303).toPath(PAGE)
  }
}
