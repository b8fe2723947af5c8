import { args, flags } from '@adonisjs/core/ace'
import { OfficeCommand } from '#app/accounts/command'
import { isRefused } from '#app/shared/result'

export default class SaisinesReassign extends OfficeCommand {
  static override commandName = 'saisines:reassign'
  static override description = 'Confier une saisine à une autre association'

  @args.string({ description: 'Référence de la saisine' })
  declare reference: string

  @flags.string({ description: 'Code de la convention', required: true })
  declare convention: string

  @flags.string({ description: 'Code de l’association qui reprend la saisine', required: true })
  declare to: string

  @flags.string({ description: 'Pourquoi, sans nommer personne' })
  declare reason: string

  async perform() {
    const { reassignSaisine } = await import('#app/saisines/reassign_saisine')
    const actor = await this.actor(['coordinator'])
    if (isRefused(actor)) return actor
    const reassigned = await reassignSaisine({
      reference: this.reference,
      conventionCode: this.convention,
      toAssociation: this.to,
      reason: this.reason ?? '',
      actorId: actor.id,
    })
    if (isRefused(reassigned)) return reassigned
    return {
      data: reassigned,
      lines: [
        `Saisine ${this.reference} confiée à ${this.to}. Recalculez la campagne ouverte, s’il y en a une.`,
      ],
    }
  }
}
