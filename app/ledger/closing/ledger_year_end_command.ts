import { args, flags } from '@adonisjs/core/ace'
import { OfficeCommand, type Report } from '#app/accounts/command'
import { isRefused, refuse, type Refused } from '#app/shared/result'

export default class LedgerYearEnd extends OfficeCommand {
  static override commandName = 'ledger:year-end'
  static override description =
    'Lister ce qu’une année laisse à une convention\u00a0: travail à provisionner, argent restant'

  @args.string({ description: 'Code de la convention' })
  declare code: string

  @args.string({ description: 'Année civile' })
  declare year: string

  @flags.string({ description: 'Choix pour l’argent restant\u00a0: dedicated ou returned' })
  declare choose: string

  @flags.string({ description: 'Motif du choix' })
  declare reason: string

  async perform(): Promise<Report | Refused> {
    const { yearEnd } = await import('#app/ledger/closing/year_end')
    const { CHOICE_LABELS, yearEndLines } = await import('#app/ledger/closing/year_end_words')
    const { readConvention, readYear } = await import('#app/ledger/read_book_options')
    const convention = await readConvention(this.code)
    if (isRefused(convention)) return convention
    const year = readYear(this.year)
    if (isRefused(year)) return year
    if (this.choose !== undefined) {
      const choice = Object.keys(CHOICE_LABELS).find((one) => one === this.choose)
      if (!choice) {
        return refuse('CHOIX_INCONNU', 'Ce choix n’existe pas.', 'Écrivez dedicated ou returned.')
      }
      const chosen = await this.#record(convention.id, year.year, choice as 'dedicated')
      if (isRefused(chosen)) return chosen
    }
    const found = (await yearEnd(convention.id, year.year))!
    return { data: found, lines: yearEndLines(found) }
  }

  async #record(conventionId: number, year: number, choice: 'dedicated' | 'returned') {
    const { chooseYearEnd } = await import('#app/ledger/closing/choose_year_end')
    const { yearEnd } = await import('#app/ledger/closing/year_end')
    const actor = await this.actor(['approver'])
    if (isRefused(actor)) return actor
    const { toDecideCents } = (await yearEnd(conventionId, year))!
    const reason = this.reason ?? ''
    return chooseYearEnd(actor, { conventionId, year, choice, leftCents: toDecideCents, reason })
  }
}
