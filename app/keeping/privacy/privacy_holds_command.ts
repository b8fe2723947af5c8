import { flags } from '@adonisjs/core/ace'
import { OfficeCommand } from '#app/accounts/command'

export default class PrivacyHolds extends OfficeCommand {
  static override commandName = 'privacy:holds'
  static override description = 'Lister les conservations légales en cours'

  @flags.boolean({ description: 'Avec celles qui sont levées' })
  declare all: boolean

  async perform() {
    const { listHolds } = await import('#app/keeping/privacy/list_holds')
    const { formatDay, plural } = await import('#app/shared/french_format')
    const { parisDay } = await import('#app/shared/day')
    const { textTable } = await import('#app/shared/text_table')
    const holds = await listHolds({ all: this.all ?? false })
    return {
      data: { holds },
      lines: [
        `${plural(holds.length, 'conservation légale', 'conservations légales')}.`,
        ...textTable(
          holds.map((one) => [
            `n°\u00a0${one.id}`,
            one.what,
            formatDay(parisDay(one.at)),
            one.who,
            one.liftedAt ? `levée le ${formatDay(parisDay(one.liftedAt))}` : 'en cours',
            one.reason,
          ])
        ),
      ],
    }
  }
}
