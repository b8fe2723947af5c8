import type { HttpContext } from '@adonisjs/core/http'
import { letterAccounts } from '#app/ledger/lettering/letter_accounts'
import { letteringsList } from '#app/ledger/lettering/letterings_list'
import { parisDay } from '#app/shared/day'
import { plural } from '#app/shared/french_format'
import { isRefused } from '#app/shared/result'
import { hasRole } from '#app/shared/screens/has_role'
import { refuseBack, say } from '#app/shared/screens/refuse_back'
import { showList } from '#app/shared/screens/show_list'

/** What was owed to each association, facing what was paid. */
export default class LetteringsController {
  async index(ctx: HttpContext) {
    return showList(ctx, letteringsList, 'ledger/lettering', { letters: hasRole(ctx, ['finance']) })
  }

  async store(ctx: HttpContext) {
    const lettered = await letterAccounts(ctx.auth.user!.id, parisDay(new Date()))
    if (isRefused(lettered)) return refuseBack(ctx, lettered, '/lettrage')
    const { letterings, postings } = lettered
    say(
      ctx,
      letterings === 0
        ? 'Rien de nouveau à lettrer.'
        : `${plural(letterings, 'lettrage')} de ${plural(postings, 'imputation')}.`
    )
    return ctx.response.redirect().status(303).toPath('/lettrage')
  }
}
