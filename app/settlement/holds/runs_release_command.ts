import { args } from '@adonisjs/core/ace'
import { OfficeCommand } from '#app/accounts/command'
import { isRefused } from '#app/shared/result'

export default class RunsRelease extends OfficeCommand {
  static override commandName = 'runs:release'
  static override description = 'Lever la retenue d’une association avant l’émission'

  @args.string({ description: 'Numéro de la campagne' })
  declare id: string

  @args.string({ description: 'Code de l’association' })
  declare association: string

  async perform() {
    const { releaseHold } = await import('#app/settlement/holds/release_hold')
    const actor = await this.actor(['finance', 'coordinator'])
    if (isRefused(actor)) return actor
    const released = await releaseHold(Number(this.id), this.association, actor.id)
    if (isRefused(released)) return released
    return {
      data: released,
      lines: [`La retenue de l’association ${released.released} est levée.`],
    }
  }
}
