import { args, flags } from '@adonisjs/core/ace'
import { OfficeCommand } from '#app/accounts/command'
import { isRefused } from '#app/shared/result'

export default class StatementsClaim extends OfficeCommand {
  static override commandName = 'statements:claim'
  static override description =
    'Réclamer le solde négatif d’un relevé au lieu de le reporter (note de débit)'

  @args.string({ description: 'Numéro du relevé' })
  declare statement: string

  @flags.string({ description: 'Pourquoi', required: true })
  declare reason: string

  async perform() {
    const { claimDebt } = await import('#app/statements/debit_notes/claim_debt')
    const { formatAmount } = await import('#app/shared/french_format')
    const actor = await this.actor(['approver'])
    if (isRefused(actor)) return actor
    const claimed = await claimDebt({
      statement: this.statement,
      reason: this.reason,
      actorId: actor.id,
    })
    if (isRefused(claimed)) return claimed
    return {
      data: claimed,
      lines: [
        `Note de débit ${claimed.number}\u00a0: ${formatAmount(claimed.amountCents)} à réclamer à l’association du relevé ${this.statement}.`,
        `Le document\u00a0: ./ace statements:debit-note ${claimed.number} --out ${claimed.number}.pdf`,
      ],
    }
  }
}
