import { args, flags } from '@adonisjs/core/ace'
import { OfficeCommand } from '#app/accounts/command'
import { isRefused } from '#app/shared/result'

export default class PaymentsUnmatch extends OfficeCommand {
  static override commandName = 'payments:unmatch'
  static override description =
    'Défaire le rapprochement d’un suspens et de virements, fait par une personne'

  @args.string({ description: 'Numéro du suspens' })
  declare item: string

  @flags.string({ description: 'Pourquoi ce rapprochement est une erreur' })
  declare reason: string

  async perform() {
    const { unmatchItem } = await import('#app/payments/bank/unmatch_item')
    const { unmatchedSentence } = await import('#app/payments/bank/unmatched_sentence')
    const actor = await this.actor(['finance'])
    if (isRefused(actor)) return actor
    const undone = await unmatchItem({
      itemId: /^\d{1,15}$/.test(this.item) ? Number(this.item) : 0,
      reason: this.reason ?? '',
      actorId: actor.id,
    })
    if (isRefused(undone)) return undone
    return { data: { ...undone }, lines: [unmatchedSentence(undone)] }
  }
}
