import type { HttpContext } from '@adonisjs/core/http'
import { readMyPayments } from '#app/portal/payments/my_payments'
import { readMyStatement } from '#app/portal/payments/my_statement'
import { parisDay } from '#app/shared/day'
import { found, idOf } from '#app/shared/screens/not_found'

/** What an association was paid, and why. */
export default class MyPaymentsController {
  async index({ view }: HttpContext) {
    return view.render('portal/payments', await readMyPayments(parisDay(new Date())))
  }

  async show({ params, view }: HttpContext) {
    return view.render('portal/statement', found(await readMyStatement(idOf(params.id))))
  }
}
