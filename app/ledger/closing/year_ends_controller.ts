import type { HttpContext } from '@adonisjs/core/http'
import { conventionChoices } from '#app/conventions/convention_choices'
import { chooseYearEnd, YEAR_END_CHOICES } from '#app/ledger/closing/choose_year_end'
import { workOf } from '#app/ledger/closing/unpaid_work_list'
import { yearEnd } from '#app/ledger/closing/year_end'
import { CHOICE_LABELS } from '#app/ledger/closing/year_end_words'
import { askedYear } from '#app/ledger/flow/asked_year'
import { parisDay } from '#app/shared/day'
import { parseAmountCents } from '#app/shared/french_parse'
import { isRefused, refuse } from '#app/shared/result'
import { hasRole } from '#app/shared/screens/has_role'
import { refuseBack, say } from '#app/shared/screens/refuse_back'
import { typed } from '#app/shared/screens/typed'

/** What a year leaves: work to accrue, and money whose use a person chooses. */
export default class YearEndsController {
  async index(ctx: HttpContext) {
    const asked = await askedYear(ctx.request)
    if (isRefused(asked)) return refuseBack(ctx, asked, '/fin-exercice')
    const end = asked.conventionId && (await yearEnd(asked.conventionId, asked.year))
    return ctx.view.render('ledger/year_end', {
      asked,
      end,
      conventions: await conventionChoices(),
      labels: CHOICE_LABELS,
      chooses: hasRole(ctx, ['approver']),
      over: parisDay(new Date()) > `${asked.year}-12-31`,
    })
  }

  /** The work to accrue, saisine by saisine. */
  async show(ctx: HttpContext) {
    const asked = await askedYear(ctx.request)
    if (isRefused(asked)) return refuseBack(ctx, asked, '/fin-exercice')
    const end = asked.conventionId && (await yearEnd(asked.conventionId, asked.year))
    if (!end) return ctx.response.redirect().status(303).toPath('/fin-exercice')
    return workOf(ctx, end)
  }

  async store(ctx: HttpContext) {
    const asked = await askedYear(ctx.request)
    if (isRefused(asked)) return refuseBack(ctx, asked, '/fin-exercice')
    const page = `/fin-exercice?convention=${asked.code}&annee=${asked.year}`
    const choice = YEAR_END_CHOICES.find((one) => one === typed(ctx.request, 'choix', 20))
    if (!choice || asked.conventionId === null) {
      const missing = refuse('CHOIX_MANQUANT', 'Le choix manque.', 'Choisissez.', 'choix')
      return refuseBack(ctx, missing, page)
    }
    const chosen = await chooseYearEnd(ctx.auth.user!, {
      conventionId: asked.conventionId,
      year: asked.year,
      choice,
      leftCents: parseAmountCents(typed(ctx.request, 'montant', 40)) ?? 0,
      reason: typed(ctx.request, 'motif', 500),
    })
    if (isRefused(chosen)) return refuseBack(ctx, chosen, page)
    say(ctx, 'Choix enregistré.')
    return ctx.response.redirect().status(303).toPath(page)
  }
}
