import type { HttpContext } from '@adonisjs/core/http'
import { freshCodeRefusal, hasFreshCode } from '#app/accounts/entry/fresh_code'
import { electronicIban } from '#app/network/bank_accounts/check_iban'
import { open } from '#app/network/bank_accounts/iban_vault'
import { installSettings } from '#app/network/settings/install_settings'
import { BAND_ROWS, typedSettings } from '#app/network/settings/typed_settings'
import { decimalFromCents, type Cents } from '#app/shared/cents'
import { maskIban } from '#app/shared/french_format'
import { isRefused, refuse } from '#app/shared/result'
import { hasRole } from '#app/shared/screens/has_role'
import { refuseBack, say } from '#app/shared/screens/refuse_back'
import { timelineOf } from '#app/shared/screens/timeline'
import { PAYEE_DEED_LABELS, PAYEE_LABELS } from '#app/network/bank_accounts/payee_labels'
import { PAYEE_DOUBTS } from '#app/shared/payee_policy'
import { typed } from '#app/shared/screens/typed'
import { findSettings, type Settings } from '#app/shared/settings'

/** What the federation decides for itself. */
export default class SettingsController {
  async show(ctx: HttpContext) {
    const settings = await findSettings()
    return ctx.view.render('network/settings', {
      settings,
      account: settings && masked(accountOf(settings)),
      bandRows: BAND_ROWS,
      payeeDoubts: PAYEE_DOUBTS,
      payeeLabels: PAYEE_LABELS,
      payeeDeedLabels: PAYEE_DEED_LABELS,
      euros: (cents: Cents) => decimalFromCents(cents).replace('.', ','),
      edits: hasRole(ctx, ['admin']),
      needsCode: !hasFreshCode(ctx),
      events: await timelineOf('settings', 1),
    })
  }

  async update(ctx: HttpContext) {
    const settings = await findSettings()
    const read = typedSettings(ctx.request)
    if (isRefused(read)) return refuseBack(ctx, read)
    const debtorIban =
      electronicIban(typed(ctx.request, 'iban', 60)) || (settings && accountOf(settings))
    if (!debtorIban) {
      return refuseBack(
        ctx,
        refuse('IBAN', 'Le compte de la fédération manque.', 'Recopiez son IBAN.', 'iban')
      )
    }
    // The account that every order pays from: whoever changes it is at the keyboard now.
    const stale =
      debtorIban === (settings && accountOf(settings)) ? null : await freshCodeRefusal(ctx)
    if (stale) return refuseBack(ctx, stale)
    const recorded = await installSettings(ctx.auth.user!.id, {
      ...read,
      debtorIban,
      fictitious: settings?.fictitious ?? false,
    })
    if (isRefused(recorded)) return refuseBack(ctx, recorded)
    say(ctx, 'Réglages enregistrés.')
    return ctx.response.redirect().status(303).toPath('/reglages')
  }
}

function accountOf({ debtorIbanCiphertext }: Settings): string {
  return open(debtorIbanCiphertext)
}

function masked(iban: string): string {
  return maskIban(iban.slice(0, 2), iban.slice(-4))
}
