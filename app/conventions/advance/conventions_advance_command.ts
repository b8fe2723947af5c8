import { args, flags } from '@adonisjs/core/ace'
import { OfficeCommand } from '#app/accounts/command'
import { isRefused, refuse } from '#app/shared/result'

export default class ConventionsAdvance extends OfficeCommand {
  static override commandName = 'conventions:advance'
  static override description = 'Décider d’avancer des fonds avant le versement du financeur'

  @args.string({ description: 'Code de la convention' })
  declare code: string

  @flags.string({ description: 'Montant jusqu’où avancer : 120000 ou 120000,50', required: true })
  declare upTo: string

  @flags.string({ description: 'Pourquoi', required: true })
  declare reason: string

  async perform() {
    const { decideAdvance } = await import('#app/conventions/advance/decide_advance')
    const { parseAmountCents } = await import('#app/shared/french_parse')
    const { formatAmount } = await import('#app/shared/french_format')
    const actor = await this.actor(['approver'])
    if (isRefused(actor)) return actor
    const upToCents = parseAmountCents(this.upTo)
    if (upToCents === null) {
      return refuse(
        'MONTANT_ILLISIBLE',
        `« ${this.upTo} » n’est pas un montant.`,
        'Écrivez par exemple 120000,50.'
      )
    }
    const decided = await decideAdvance(actor, {
      conventionCode: this.code,
      upToCents,
      reason: this.reason,
    })
    if (isRefused(decided)) return decided
    return {
      data: decided,
      lines: [`Avance jusqu’à ${formatAmount(upToCents)} décidée pour ${this.code}.`],
    }
  }
}
