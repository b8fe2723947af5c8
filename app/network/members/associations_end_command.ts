import { args, flags } from '@adonisjs/core/ace'
import { OfficeCommand } from '#app/accounts/command'
import { isRefused } from '#app/shared/result'

export default class AssociationsEnd extends OfficeCommand {
  static override commandName = 'associations:end'
  static override description = 'Terminer l’adhésion d’une association'

  @args.string({ description: 'Code de l’association' })
  declare association: string

  @flags.string({ description: 'Premier jour hors du réseau\u00a0: AAAA-MM-JJ', required: true })
  declare on: string

  @flags.string({ description: 'Pourquoi' })
  declare reason: string

  async perform() {
    const { endMembership } = await import('#app/network/members/end_membership')
    const { formatDay } = await import('#app/shared/french_format')
    const actor = await this.actor(['coordinator'])
    if (isRefused(actor)) return actor
    const ended = await endMembership({
      associationCode: this.association,
      endsOn: this.on,
      reason: this.reason ?? '',
      actorId: actor.id,
    })
    if (isRefused(ended)) return ended
    return {
      data: ended,
      lines: [
        `L’association ${this.association} n’est plus adhérente à partir du ${formatDay(ended.endsOn)}.`,
      ],
    }
  }
}
