import { args, flags } from '@adonisjs/core/ace'
import { OfficeCommand } from '#app/accounts/command'
import { isRefused } from '#app/shared/result'

export default class RunsHold extends OfficeCommand {
  static override commandName = 'runs:hold'
  static override description = 'Retenir le règlement d’une association sans arrêter les autres'

  @args.string({ description: 'Numéro de la campagne' })
  declare id: string

  @args.string({ description: 'Code de l’association' })
  declare association: string

  @flags.string({ description: 'Pourquoi' })
  declare reason: string

  async perform() {
    const { holdAssociation } = await import('#app/settlement/holds/hold_association')
    const actor = await this.actor(['finance', 'coordinator'])
    if (isRefused(actor)) return actor
    const held = await holdAssociation({
      runId: Number(this.id),
      associationCode: this.association,
      reason: this.reason ?? '',
      actorId: actor.id,
    })
    if (isRefused(held)) return held
    return { data: held, lines: [`Le règlement de l’association ${held.held} est retenu.`] }
  }
}
