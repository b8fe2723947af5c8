import { flags } from '@adonisjs/core/ace'
import { OfficeCommand } from '#app/accounts/command'

export default class DisputesList extends OfficeCommand {
  static override commandName = 'disputes:list'
  static override description = 'Lister les réclamations qui attendent une réponse'

  @flags.boolean({ description: 'Avec celles qui ont leur réponse' })
  declare all: boolean

  async perform() {
    const { listDisputes } = await import('#app/settlement/disputes/list_disputes')
    const { DISPUTE_MOTIVES } = await import('#app/settlement/disputes/dispute_motives')
    const { formatDay, plural } = await import('#app/shared/french_format')
    const { parisDay } = await import('#app/shared/day')
    const { textTable } = await import('#app/shared/text_table')
    const disputes = await listDisputes({ all: this.all })
    return {
      data: { disputes },
      lines: [
        `${plural(disputes.length, 'réclamation')}.`,
        ...textTable(
          disputes.map((one) => [
            `n° ${one.id}`,
            one.association,
            one.statement ?? `fiche n° ${one.formId}`,
            one.reference ?? '',
            DISPUTE_MOTIVES[one.motive as keyof typeof DISPUTE_MOTIVES],
            formatDay(parisDay(one.openedAt)),
            one.verdict === null ? '' : one.verdict === 'accepted' ? 'acceptée' : 'rejetée',
          ])
        ),
      ],
    }
  }
}
