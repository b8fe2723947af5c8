import type { HttpContext } from '@adonisjs/core/http'
import { hasFreshCode } from '#app/accounts/entry/fresh_code'
import { ACCOUNT_STATES } from '#app/network/bank_accounts/account_states'
import {
  accountShown,
  accountsOf,
  sameIbanElsewhere,
} from '#app/network/bank_accounts/account_page'
import { associationTyped } from '#app/network/association_typed'
import { bankAccountsList } from '#app/network/bank_accounts/bank_accounts_list'
import { payeeHistory } from '#app/network/bank_accounts/payee_history'
import { proposeBankAccount } from '#app/network/bank_accounts/propose_bank_account'
import { maskIban, plural } from '#app/shared/french_format'
import { isRefused, refuse } from '#app/shared/result'
import { rows } from '#app/shared/rows'
import { forgetFile, keepFile } from '#app/shared/screens/kept_file'
import { found, idOf } from '#app/shared/screens/not_found'
import { refuseBack, say } from '#app/shared/screens/refuse_back'
import { showList } from '#app/shared/screens/show_list'
import { timelineOf } from '#app/shared/screens/timeline'
import { typed, typedOrNull } from '#app/shared/screens/typed'

/** Where associations are paid: proposed by one person, approved by another. */
export default class BankAccountsController {
  async index(ctx: HttpContext) {
    return showList(ctx, bankAccountsList, 'network/bank_accounts')
  }

  async create({ request, view }: HttpContext) {
    const asked: unknown = request.qs().association
    return view.render('network/new_bank_account', {
      asked: typeof asked === 'string' ? asked : '',
      associations: await rows<{ value: number; label: string }>(
        `SELECT id AS value, code || ' — ' || name AS label FROM associations ORDER BY code`
      ),
    })
  }

  async store(ctx: HttpContext) {
    const id = await associationTyped(ctx.request)
    if (id === null) {
      return refuseBack(
        ctx,
        refuse(
          'ASSOCIATION_MANQUANTE',
          'L’association n’est pas choisie.',
          'Choisissez-la dans la liste.',
          'association'
        )
      )
    }
    const file = await keepFile(ctx, 'fichier', `justificatifs/${id}`)
    if (file === null) {
      return refuseBack(
        ctx,
        refuse(
          'JUSTIFICATIF_MANQUANT',
          'Aucun justificatif n’est joint.',
          'Joignez le RIB reçu.',
          'fichier'
        )
      )
    }
    if (isRefused(file)) return refuseBack(ctx, file)
    const proposed = await proposeBankAccount(ctx.auth.user!, {
      associationId: id,
      iban: typed(ctx.request, 'iban', 60),
      bic: typedOrNull(ctx.request, 'bic'),
      holder: typed(ctx.request, 'titulaire', 200),
      evidence: typedOrNull(ctx.request, 'provenance') ?? `RIB joint\u00a0: ${file.fileName}`,
      file,
    })
    if (isRefused(proposed)) {
      await forgetFile(file)
      return refuseBack(ctx, proposed)
    }
    const same = proposed.sameIbanAs
    say(
      ctx,
      same.length === 0
        ? 'Compte proposé\u00a0: une autre personne l’approuve, après un rappel.'
        : `Compte proposé. Attention\u00a0: ${plural(same.length, 'autre association a', 'autres associations ont')} le même IBAN (${same.join(', ')}).`
    )
    return ctx.response
      .redirect()
      .status(303)
      .toPath(`/coordonnees-bancaires/${proposed.account.id}`)
  }

  async show(ctx: HttpContext) {
    const account = found(await accountShown(idOf(ctx.params.id)))
    const all = await accountsOf(account.associationId)
    const user = ctx.auth.user!
    return ctx.view.render('network/bank_account', {
      account,
      others: all.filter(({ id }) => id !== account.id),
      current: all.find(
        ({ id, state }) => id !== account.id && ['usable', 'cooling', 'blocked'].includes(state)
      ),
      same: await sameIbanElsewhere(account.id),
      payee: await payeeHistory(account.id),
      events: await timelineOf('bank_account', account.id),
      states: ACCOUNT_STATES,
      mask: maskIban,
      decides:
        user.role === 'approver' && account.state === 'proposed' && account.proposedBy !== user.id,
      needsCode: !hasFreshCode(ctx),
    })
  }
}
