import type { HttpContext } from '@adonisjs/core/http'
import { MONEY } from '#app/accounts/access'
import { conventionChoices } from '#app/conventions/convention_choices'
import { associationChoices } from '#app/network/association_choices'
import { findSaisine } from '#app/saisines/find_saisine'
import { randomReference } from '#app/saisines/random_reference'
import { recordSaisine, SAISINE_COLUMNS } from '#app/saisines/record_saisine'
import { REASSIGNERS, SAISINE_WRITERS } from '#app/saisines/saisine_roles'
import { BENEFICIARY_WORDS, CHANNEL_WORDS, MANDATE_WORDS } from '#app/saisines/saisine_words'
import { departmentChoices } from '#app/saisines/case_filters'
import { saisinesList } from '#app/saisines/saisines_list'
import { saisineStory } from '#app/saisines/story/saisine_story'
import { parisDay } from '#app/shared/day'
import { isRefused } from '#app/shared/result'
import { choicesOf } from '#app/shared/screens/choices_of'
import { found, idOf } from '#app/shared/screens/not_found'
import { refuseBack, say } from '#app/shared/screens/refuse_back'
import { hasRole } from '#app/shared/screens/has_role'
import { showList } from '#app/shared/screens/show_list'
import { typed } from '#app/shared/screens/typed'

/** Saisines: the list, the story of each, the entry by hand. */
export default class SaisinesController {
  async index(ctx: HttpContext) {
    return showList(ctx, saisinesList, 'saisines/index', {
      mayWrite: hasRole(ctx, SAISINE_WRITERS),
    })
  }

  async show(ctx: HttpContext) {
    const saisine = found(await findSaisine(idOf(ctx.params.id)))
    const mayReassign = hasRole(ctx, REASSIGNERS)
    return ctx.view.render('saisines/show', {
      saisine,
      ...(await saisineStory(saisine, { money: hasRole(ctx, MONEY) })),
      mayReassign,
      mayRecordForm: hasRole(ctx, ['coordinator']),
      associations: mayReassign ? await associationChoices() : [],
    })
  }

  async create({ view }: HttpContext) {
    return view.render('saisines/new', {
      reference: randomReference(),
      today: parisDay(new Date()),
      conventions: await conventionChoices(),
      associations: await associationChoices(),
      departments: departmentChoices(),
      channels: choicesOf(CHANNEL_WORDS),
      beneficiaries: choicesOf(BENEFICIARY_WORDS),
      mandates: choicesOf(MANDATE_WORDS),
    })
  }

  async store(ctx: HttpContext) {
    const cells = Object.fromEntries(
      SAISINE_COLUMNS.map((column) => [column, typed(ctx.request, column)])
    )
    const recorded = await recordSaisine(cells, ctx.auth.user!.id)
    if (isRefused(recorded)) return refuseBack(ctx, recorded, '/saisines/nouvelle')
    say(ctx, `Saisine ${recorded.reference} enregistrée.`)
    return ctx.response.redirect().status(303).toPath(`/saisines/${recorded.id}`)
  }
}
