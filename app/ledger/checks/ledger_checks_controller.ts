import type { HttpContext } from '@adonisjs/core/http'
import { findLedgerCheck } from '#app/ledger/checks/ledger_checks'
import { found, idOf } from '#app/shared/screens/not_found'
import { startWork } from '#app/shared/works/start_work'

/** Checking all the books, in the background. */
export default class LedgerChecksController {
  async store(ctx: HttpContext) {
    const work = await startWork({
      kind: 'ledger_check',
      subjectId: 0,
      startedBy: ctx.auth.user!.id,
      options: { back: '/ecritures' },
    })
    return ctx.response.redirect().status(303).toPath(`/travaux/${work}`)
  }

  async show({ params, view }: HttpContext) {
    return view.render('ledger/check', { check: found(await findLedgerCheck(idOf(params.id))) })
  }
}
