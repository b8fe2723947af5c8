import type { HttpContext } from '@adonisjs/core/http'
import { MONEY } from '#app/accounts/access'
import { OUTCOME_WORDS } from '#app/conventions/convention_words'
import { kindsToRead } from '#app/intake/import_words'
import { associationChoices } from '#app/network/association_choices'
import { findReturnForm } from '#app/returns/find_return_form'
import { lastAccount } from '#app/returns/last_account'
import { payableServices } from '#app/returns/payable_services'
import { recordReturnForm } from '#app/returns/record_return_form'
import { returnFormsList } from '#app/returns/return_forms_list'
import { returnFormStory } from '#app/returns/return_form_story'
import { findSaisine } from '#app/saisines/find_saisine'
import { parisDay } from '#app/shared/day'
import { isRefused } from '#app/shared/result'
import { choicesOf } from '#app/shared/screens/choices_of'
import { hasRole } from '#app/shared/screens/has_role'
import { found, idOf } from '#app/shared/screens/not_found'
import { refuseBack, say } from '#app/shared/screens/refuse_back'
import { showList } from '#app/shared/screens/show_list'
import { typed } from '#app/shared/screens/typed'

const COLUMNS = [
  'association',
  'date_reception',
  'date_premier_contact',
  'date_dernier_acte',
  'issue',
  'memo_de_vie',
  'observations',
] as const

/** Fiches retour: the list, each with its story, the entry by hand from the saisine. */
export default class ReturnFormsController {
  async index(ctx: HttpContext) {
    return showList(ctx, returnFormsList, 'returns/index', {
      mayImport: hasRole(ctx, ['coordinator']),
    })
  }

  async show(ctx: HttpContext) {
    const form = found(await findReturnForm(idOf(ctx.params.id)))
    return ctx.view.render('returns/show', {
      form,
      ...(await returnFormStory(form, { money: hasRole(ctx, MONEY) })),
      readsImport: kindsToRead(ctx.auth.user!.role).includes('fiches'),
      mayRecord: form.saisineId !== null && hasRole(ctx, ['coordinator']),
    })
  }

  async create({ params, view }: HttpContext) {
    const saisine = found(await findSaisine(idOf(params.id)))
    return view.render('returns/new', {
      saisine,
      before: await lastAccount(saisine),
      today: parisDay(new Date()),
      services: await payableServices(saisine.convention),
      associations: await associationChoices(),
      outcomes: choicesOf(OUTCOME_WORDS),
    })
  }

  async store(ctx: HttpContext) {
    const { id, reference, convention } = found(await findSaisine(idOf(ctx.params.id)))
    const services = (await payableServices(convention)).map(({ code }) => code)
    const cells = Object.fromEntries(
      [...COLUMNS, ...services].map((column) => [column, typed(ctx.request, column)])
    )
    const form = await recordReturnForm(
      { ...cells, reference_saisine: reference, convention },
      ctx.auth.user!.id
    )
    if (isRefused(form)) return refuseBack(ctx, form, `/saisines/${id}/fiche`)
    say(ctx, `Fiche n°\u00a0${form.id} enregistrée, version ${form.version}.`)
    return ctx.response.redirect().status(303).toPath(`/fiches/${form.id}`)
  }
}
