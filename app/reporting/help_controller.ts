import type { HttpContext } from '@adonisjs/core/http'
import { CASES, MONEY } from '#app/accounts/access'
import { CONVENTION_STATES } from '#app/conventions/convention_words'
import { ACCOUNT_STATES } from '#app/network/bank_accounts/account_states'
import {
  FINDING_CODES,
  isBlocking,
  type FindingCode,
} from '#app/reconciliation/findings/finding_codes'
import { FORM_STATES } from '#app/saisines/saisine_words'
import { CORRECTION_STATES } from '#app/settlement/corrections/corrections_list'
import { DISPUTE_STATES } from '#app/settlement/disputes/disputes_list'
import { RUN_STATE_LABELS } from '#app/settlement/run_state_labels'
import { HELP_WORDS } from '#app/reporting/help_words'
import { PAYMENT_STATES } from '#app/statements/payment_states'
import { hasRole } from '#app/shared/screens/has_role'
import type { StateLabel } from '#app/shared/screens/list'

/** The help, on one page: states, a quarter in ten lines, keys. */
export default class HelpController {
  async show(ctx: HttpContext) {
    const cases = hasRole(ctx, CASES)
    const money = hasRole(ctx, MONEY)
    return ctx.view.render('reporting/help', {
      cases,
      money,
      groups: [
        ...(cases ? [group('Une saisine et sa fiche', FORM_STATES, HELP_WORDS.form)] : []),
        ...(money
          ? [
              group('Une campagne de règlement', RUN_STATE_LABELS, HELP_WORDS.run),
              group('Le paiement d’un relevé', PAYMENT_STATES, HELP_WORDS.payment),
              group('Des coordonnées bancaires', ACCOUNT_STATES, HELP_WORDS.account),
              group('Une régularisation', CORRECTION_STATES, HELP_WORDS.correction),
              group('Une réclamation', DISPUTE_STATES, HELP_WORDS.dispute),
              group('Une convention', CONVENTION_STATES, HELP_WORDS.convention),
            ]
          : []),
      ],
      findings: cases ? findings() : [],
    })
  }
}

function group<Code extends string>(
  title: string,
  states: Readonly<Record<Code, StateLabel>>,
  meanings: Readonly<Record<NoInfer<Code>, string>>
) {
  const codes = Object.keys(states) as Code[]
  return { title, states: codes.map((code) => ({ ...states[code], meaning: meanings[code] })) }
}

function findings() {
  return Object.entries(FINDING_CODES).map(([code, { label, remedy }]) => ({
    label,
    remedy,
    blocking: isBlocking(code as FindingCode),
  }))
}
