import { args, flags } from '@adonisjs/core/ace'
import { OfficeCommand } from '#app/accounts/command'
import { isRefused } from '#app/shared/result'

export default class AssociationsRenew extends OfficeCommand {
  static override commandName = 'associations:renew'
  static override description = 'Reprendre l’adhésion d’une association sortie du réseau'

  @args.string({ description: 'Code de l’association' })
  declare association: string

  @flags.string({ description: 'Premier jour de l’adhésion\u00a0: AAAA-MM-JJ', required: true })
  declare on: string

  async perform() {
    const { renewMembership } = await import('#app/network/members/renew_membership')
    const { formatDay } = await import('#app/shared/french_format')
    const actor = await this.actor(['coordinator'])
    if (isRefused(actor)) return actor
    const renewed = await renewMembership({
      associationCode: this.association,
      startsOn: this.on,
      actorId: actor.id,
    })
    if (isRefused(renewed)) return renewed
    return {
      data: renewed,
      lines: [
        `L’association ${this.association} est adhérente à partir du ${formatDay(renewed.startsOn)}.`,
      ],
    }
  }
}
