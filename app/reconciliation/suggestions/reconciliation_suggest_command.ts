import { args, flags } from '@adonisjs/core/ace'
import { OfficeCommand } from '#app/accounts/command'
import { isRefused, type Refused } from '#app/shared/result'
import type { SuggestedForm } from '#app/reconciliation/suggestions/suggestions'

export default class ReconciliationSuggest extends OfficeCommand {
  static override commandName = 'reconciliation:suggest'
  static override description = 'Proposer une saisine aux fiches dont la référence est inconnue'

  @args.string({ description: 'Code de la convention' })
  declare convention: string

  @flags.boolean({ description: 'Rattacher d’un coup celles qui sont sûres' })
  declare acceptSure: boolean

  async perform() {
    const { conventionCodes } = await import('#app/conventions/convention_codes')
    const code = await conventionCodes(this.convention)
    if (isRefused(code)) return code
    return this.acceptSure ? this.#accept() : this.#list()
  }

  async #accept() {
    const { acceptSure } = await import('#app/reconciliation/sure/accept_sure')
    const actor = await this.actor(['coordinator'])
    if (isRefused(actor)) return actor
    const done = await acceptSure(this.convention, actor.id)
    return { data: done, lines: [`Rattachées : ${done.accepted}. À regarder : ${done.left}.`] }
  }

  async #list(): Promise<{ data: object; lines: string[] } | Refused> {
    const { loadTerms } = await import('#app/conventions/load_terms')
    const { suggestions } = await import('#app/reconciliation/suggestions/suggestions')
    const { transaction } = await import('#app/shared/transaction')
    const found = await transaction<{ forms: SuggestedForm[] }>(async (trx) => {
      const terms = await loadTerms(this.convention, trx)
      return { forms: await suggestions(trx, terms.id) }
    })
    if (isRefused(found)) return found
    return {
      data: found.forms,
      lines: found.forms.flatMap(({ form, suggestions: proposed, sure }) => [
        `Fiche n° ${form.id}, référence « ${form.reference} »${sure ? ' (sûre)' : ''}`,
        ...proposed
          .slice(0, 3)
          .map(
            ({ saisine, score, reasons }) =>
              `  ${score}/100 saisine n° ${saisine.id} ${saisine.reference} : ${reasons.join(' ; ')}`
          ),
      ]),
    }
  }
}
