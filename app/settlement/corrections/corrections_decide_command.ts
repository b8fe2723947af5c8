import { args, flags } from '@adonisjs/core/ace'
import { OfficeCommand } from '#app/accounts/command'
import { isRefused } from '#app/shared/result'

export default class CorrectionsDecide extends OfficeCommand {
  static override commandName = 'corrections:decide'
  static override description = 'Approuver ou refuser (--refuse) une régularisation proposée'

  @args.string({ description: 'Numéro de la régularisation' })
  declare id: string

  @flags.boolean({ description: 'Refuser au lieu d’approuver' })
  declare refuse: boolean

  @flags.string({ description: 'Pourquoi', required: true })
  declare reason: string

  async perform() {
    const { decideCorrection } = await import('#app/settlement/corrections/decide_correction')
    const { formatAmount } = await import('#app/shared/french_format')
    const actor = await this.actor(['coordinator', 'approver'])
    if (isRefused(actor)) return actor
    const verdict = this.refuse ? 'refused' : 'approved'
    const decided = await decideCorrection({
      correctionId: Number(this.id),
      verdict,
      reason: this.reason,
      actorId: actor.id,
    })
    if (isRefused(decided)) return decided
    const word = this.refuse ? 'refusée' : 'approuvée : la prochaine campagne la règlera'
    return {
      data: decided,
      lines: [`Régularisation de ${formatAmount(decided.amountCents)} ${word}.`],
    }
  }
}
