import type { HttpContext } from '@adonisjs/core/http'
import { attendeesList } from '#app/network/meetings/attendees_list'
import { closeMeeting } from '#app/network/meetings/close_meeting'
import { createMeeting } from '#app/network/meetings/create_meeting'
import { MEETING_STATES, meetingsList } from '#app/network/meetings/meetings_list'
import { isRefused } from '#app/shared/result'
import { row } from '#app/shared/rows'
import { hasRole } from '#app/shared/screens/has_role'
import { found, idOf } from '#app/shared/screens/not_found'
import { refuseBack, say } from '#app/shared/screens/refuse_back'
import { showList } from '#app/shared/screens/show_list'
import { timelineOf } from '#app/shared/screens/timeline'
import { typed } from '#app/shared/screens/typed'

const PAGE = '/rendez-vous-reseau'

interface ShownMeeting {
  id: number
  title: string
  details: string
  link: string | null
  startsAt: Date
  endsAt: Date
  seats: number
  seated: number
  waiting: number
  state: keyof typeof MEETING_STATES
}

/** The webinars of the federation: announced, attended, closed. */
export default class MeetingsController {
  async index(ctx: HttpContext) {
    return showList(ctx, meetingsList, 'network/meetings', {
      mayWrite: hasRole(ctx, ['coordinator']),
    })
  }

  async store(ctx: HttpContext) {
    const { request } = ctx
    const created = await createMeeting(ctx.auth.user!, {
      title: typed(request, 'titre', 161),
      details: typed(request, 'texte', 2001),
      link: typed(request, 'lien', 501),
      day: typed(request, 'jour', 20),
      from: typed(request, 'debut', 20),
      to: typed(request, 'fin', 20),
      seats: typed(request, 'places', 20),
    })
    if (isRefused(created)) return refuseBack(ctx, created, PAGE)
    say(ctx, 'Le rendez-vous est annoncé : les associations peuvent s’inscrire.')
    return ctx.response.redirect().status(303).toPath(`${PAGE}/${created.id}`)
  }

  async show(ctx: HttpContext) {
    const id = idOf(ctx.params.id)
    const meeting = found(
      await row<ShownMeeting>(
        `SELECT list.*, m.details, m.link, m.ends_at AS "endsAt"
         FROM (${meetingsList.sql}) AS list JOIN meetings m ON m.id = list.id WHERE list.id = ?`,
        [id]
      )
    )
    return showList(ctx, attendeesList(id), 'network/meeting', {
      meeting,
      badge: MEETING_STATES[meeting.state],
      mayClose: hasRole(ctx, ['coordinator']) && ['open', 'full'].includes(meeting.state),
      events: await timelineOf('meeting', id),
    })
  }

  async update(ctx: HttpContext) {
    const id = idOf(ctx.params.id)
    const closed = await closeMeeting(ctx.auth.user!, id)
    if (isRefused(closed)) return refuseBack(ctx, closed, `${PAGE}/${id}`)
    say(ctx, 'Les inscriptions sont closes.')
    return ctx.response.redirect().status(303).toPath(`${PAGE}/${id}`)
  }
}
