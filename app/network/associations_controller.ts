import type { HttpContext } from '@adonisjs/core/http'
import { ACCOUNT_STATES } from '#app/network/bank_accounts/account_states'
import { accountsOf } from '#app/network/bank_accounts/account_page'
import { activeMembers } from '#app/network/members/active_members'
import Association from '#app/network/association'
import { associationCells } from '#app/network/directory/association_cells'
import {
  associationParts,
  associationShown,
  associationTimeline,
} from '#app/network/association_page'
import { associationsList } from '#app/network/associations_list'
import { readAssociation } from '#app/network/directory/check_association_row'
import { createAssociation } from '#app/network/create_association'
import { editAssociation } from '#app/network/edit_association'
import { payableAccounts } from '#app/network/bank_accounts/payable_account'
import { atTheFields, typedAssociation } from '#app/network/typed_association'
import { parisDay } from '#app/shared/day'
import { maskIban } from '#app/shared/french_format'
import { parseFrenchDay } from '#app/shared/french_parse'
import { isRefused } from '#app/shared/result'
import { found, idOf } from '#app/shared/screens/not_found'
import { refuseBack, say } from '#app/shared/screens/refuse_back'
import { showList } from '#app/shared/screens/show_list'
import { typed } from '#app/shared/screens/typed'
import { transaction } from '#app/shared/transaction'

/** The members of the network. */
export default class AssociationsController {
  async index(ctx: HttpContext) {
    return showList(ctx, associationsList, 'network/associations')
  }

  async create({ view }: HttpContext) {
    return view.render('network/association_form', {
      association: null,
      cells: {},
      today: parisDay(new Date()),
    })
  }

  async store(ctx: HttpContext) {
    const code = typed(ctx.request, 'code_association', 40)
    const since = parseFrenchDay(typed(ctx.request, 'membre_depuis', 40)) ?? undefined
    const created = await createAssociation(
      ctx.auth.user!,
      readAssociation({ code, ...typedAssociation(ctx.request) }),
      since
    )
    if (isRefused(created)) return refuseBack(ctx, atTheFields(created))
    say(ctx, 'Association enregistrée.')
    return ctx.response.redirect().status(303).toPath(`/associations/${created.id}`)
  }

  async show({ params, view, auth }: HttpContext) {
    const association = found(await associationShown(idOf(params.id)))
    const { id } = association
    const accounts = await accountsOf(id)
    const now = new Date()
    const seesMoney = auth.user!.role !== 'platform'
    const payable = (await payableAccounts([id], now)).get(id)!
    return view.render('network/association', {
      association,
      ...(await associationParts(id)),
      accounts,
      accountReasons: 'reasons' in payable ? payable.reasons : [],
      member: (await activeMembers([id], parisDay(now))).has(id),
      today: parisDay(now),
      events: await associationTimeline(id, seesMoney ? accounts.map((account) => account.id) : []),
      states: ACCOUNT_STATES,
      mask: maskIban,
      edits: auth.user!.role === 'coordinator',
      seesMoney,
    })
  }

  async edit({ params, view }: HttpContext) {
    const association = found(await Association.find(idOf(params.id)))
    const read = await transaction(async (trx) => ({
      cells: await associationCells(trx, association),
    }))
    return view.render('network/association_form', { association, ...read })
  }

  async update(ctx: HttpContext) {
    const { id, code } = found(await Association.find(idOf(ctx.params.id)))
    const edited = await editAssociation(code, typedAssociation(ctx.request), ctx.auth.user!.id)
    if (isRefused(edited)) return refuseBack(ctx, edited)
    say(ctx, edited.changed ? 'Association corrigée.' : 'Rien n’a changé.')
    return ctx.response.redirect().status(303).toPath(`/associations/${id}`)
  }
}
