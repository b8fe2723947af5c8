import type { HttpContext } from '@adonisjs/core/http'
import { proposeBankAccount } from '#app/network/bank_accounts/propose_bank_account'
import { isRefused, refuse } from '#app/shared/result'
import { forgetFile, keepFile } from '#app/shared/screens/kept_file'
import { refuseBack, say } from '#app/shared/screens/refuse_back'
import { typed, typedOrNull } from '#app/shared/screens/typed'

/** Where an association asks to be paid. */
export default class MyAccountsController {
  async create({ view }: HttpContext) {
    return view.render('portal/new_account')
  }

  async store(ctx: HttpContext) {
    const user = ctx.auth.user!
    const associationId = user.associationId!
    const file = await keepFile(ctx, 'fichier', `justificatifs/${associationId}`)
    if (file === null) return refuseBack(ctx, missingFile())
    if (isRefused(file)) return refuseBack(ctx, file)
    const proposed = await proposeBankAccount(user, {
      associationId,
      iban: typed(ctx.request, 'iban', 60),
      bic: typedOrNull(ctx.request, 'bic'),
      holder: typed(ctx.request, 'titulaire', 200),
      evidence: `RIB joint par l’association\u00a0: ${file.fileName}`,
      file,
    })
    if (isRefused(proposed)) {
      await forgetFile(file)
      return refuseBack(ctx, proposed)
    }
    // Who else has this IBAN is the federation’s to know.
    say(
      ctx,
      'Compte proposé\u00a0: la fédération vous rappelle, à un numéro qu’elle connaît déjà, avant de l’approuver.'
    )
    return ctx.response.redirect().status(303).toPath('/mes-coordonnees')
  }
}

function missingFile() {
  return refuse(
    'JUSTIFICATIF_MANQUANT',
    'Aucun justificatif n’est joint.',
    'Joignez votre RIB.',
    'fichier'
  )
}
