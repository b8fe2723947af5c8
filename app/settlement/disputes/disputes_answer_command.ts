import { args, flags } from '@adonisjs/core/ace'
import { OfficeCommand } from '#app/accounts/command'
import { isRefused, refuse } from '#app/shared/result'

export default class DisputesAnswer extends OfficeCommand {
  static override commandName = 'disputes:answer'
  static override description = 'Répondre à une réclamation'

  @args.string({ description: 'Numéro de la réclamation' })
  declare id: string

  @flags.boolean({ description: 'L’association a raison' })
  declare accept: boolean

  @flags.boolean({ description: 'Le règlement était juste' })
  declare reject: boolean

  @flags.string({ description: 'Pourquoi, pour l’association' })
  declare reason: string

  async perform() {
    const { answerDispute } = await import('#app/settlement/disputes/answer_dispute')
    const actor = await this.actor(['coordinator'])
    if (isRefused(actor)) return actor
    if (Boolean(this.accept) === Boolean(this.reject)) {
      return refuse('REPONSE_AMBIGUE', 'Une réponse à la fois.', 'Donnez --accept ou --reject.')
    }
    const answered = await answerDispute({
      disputeId: Number(this.id),
      verdict: this.accept ? 'accepted' : 'rejected',
      answer: this.reason ?? '',
      actorId: actor.id,
    })
    if (isRefused(answered)) return answered
    return {
      data: answered,
      lines: [
        `Réclamation n° ${answered.disputeId} close.`,
        ...(this.accept ? next(answered.corrections) : []),
      ],
    }
  }
}

function next(corrections: readonly number[]): string[] {
  return corrections.length > 0
    ? [`Régularisation à décider ou à régler\u00a0: n° ${corrections.join(', ')}.`]
    : [
        'Décidez de la fiche, ou enregistrez-la rectifiée\u00a0: le prochain calcul proposera la régularisation.',
      ]
}
