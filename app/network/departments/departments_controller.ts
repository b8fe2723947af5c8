import type { HttpContext } from '@adonisjs/core/http'
import { associationTyped } from '#app/network/association_typed'
import { coverage, COVERAGES, departmentShown } from '#app/network/departments/coverage'
import { departmentTimeline, pastReferents } from '#app/network/departments/department_history'
import { endReferent } from '#app/network/members/end_referent'
import { nameReferent } from '#app/network/members/name_referent'
import { recordAmfAssociation } from '#app/network/departments/record_amf_association'
import { TILES } from '#app/network/departments/tile_map'
import { parisDay } from '#app/shared/day'
import { parseFrenchDay } from '#app/shared/french_parse'
import { isRefused, type Refused } from '#app/shared/result'
import { found } from '#app/shared/screens/not_found'
import { refuseBack, say } from '#app/shared/screens/refuse_back'
import { typed, typedOrNull } from '#app/shared/screens/typed'

/** Who covers the territory: an association, a référent élus, an association of mayors to speak with. */
export default class DepartmentsController {
  async index({ view }: HttpContext) {
    const departments = await coverage()
    const byCode = new Map(departments.map((one) => [one.code, one]))
    const count = (state: string) => departments.filter((one) => one.coverage === state).length
    return view.render('network/departments', {
      departments,
      tiles: TILES.flatMap((tile) => {
        const department = byCode.get(tile.code)
        return department ? [{ ...tile, ...department }] : []
      }),
      states: COVERAGES,
      counts: {
        covered: count('covered'),
        noReferent: count('no_referent'),
        noMember: count('no_member'),
      },
      amf: departments.filter((one) => one.amf).length,
      met: departments.filter((one) => one.amf?.inContact).length,
    })
  }

  async show(ctx: HttpContext) {
    const department = found(await departmentShown(String(ctx.params.code)))
    return ctx.view.render('network/department', {
      department,
      states: COVERAGES,
      past: await pastReferents(department.code),
      events: await departmentTimeline(department.code),
      today: parisDay(new Date()),
      edits: ctx.auth.user!.role === 'coordinator',
    })
  }

  /** Names the référent. */
  async store(ctx: HttpContext) {
    const { code } = found(await departmentShown(String(ctx.params.code)))
    const named = await nameReferent(ctx.auth.user!, {
      departmentCode: code,
      associationId: (await associationTyped(ctx.request)) ?? 0,
      name: typed(ctx.request, 'nom', 200),
      email: typedOrNull(ctx.request, 'email'),
      phone: typedOrNull(ctx.request, 'telephone'),
      startsOn: dayTyped(ctx, 'debut'),
    })
    return done(ctx, named, 'Référent nommé.', code)
  }

  /** Ends the référent’s mission. */
  async destroy(ctx: HttpContext) {
    const { code } = found(await departmentShown(String(ctx.params.code)))
    return done(
      ctx,
      await endReferent(ctx.auth.user!, code, dayTyped(ctx, 'fin')),
      'Fin de mission enregistrée.',
      code
    )
  }

  /** Records the departmental association of mayors. */
  async update(ctx: HttpContext) {
    const { code } = found(await departmentShown(String(ctx.params.code)))
    const recorded = await recordAmfAssociation(ctx.auth.user!, {
      departmentCode: code,
      name: typed(ctx.request, 'amf_nom', 200),
      email: typedOrNull(ctx.request, 'amf_email'),
      inContact: typed(ctx.request, 'rencontre') === '1',
    })
    return done(ctx, recorded, 'Association des maires enregistrée.', code)
  }
}

function done(ctx: HttpContext, result: object | Refused, sentence: string, code: string) {
  if (isRefused(result)) return refuseBack(ctx, result)
  say(ctx, sentence)
  return ctx.response.redirect().status(303).toPath(`/departements/${code}`)
}

/** What was typed, when it is no day, is told by the operation. */
function dayTyped({ request }: HttpContext, name: string): string {
  const text = typed(request, name, 40)
  return parseFrenchDay(text) ?? text
}
