import { flags } from '@adonisjs/core/ace'
import { OfficeCommand } from '#app/accounts/command'
import type { Retention } from '#app/keeping/privacy/retention'
import { isRefused } from '#app/shared/result'

export default class PrivacyRetention extends OfficeCommand {
  static override commandName = 'privacy:retention'
  static override description =
    'Dire combien de mois les données restent, ou en décider\u00a0; sans durée donnée, rien ne change'

  @flags.number({ description: 'Détail des saisines, après le dernier contact\u00a0: de 1 à 120' })
  declare caseMonths: number

  @flags.number({ description: 'Journal des accès\u00a0: de 6 à 12' })
  declare accessLogMonths: number

  @flags.boolean({ description: 'Dire ce qui se ferait, sans rien changer' })
  declare dryRun: boolean

  async perform() {
    const { readRetention } = await import('#app/keeping/privacy/retention')
    const before = await readRetention()
    if (this.caseMonths === undefined && this.accessLogMonths === undefined) {
      return { data: before, lines: lines(before) }
    }
    const actor = await this.actor(['admin'])
    if (isRefused(actor)) return actor
    const { recordRetention } = await import('#app/keeping/privacy/record_retention')
    const { caseMonths = before.caseMonths, accessLogMonths = before.accessLogMonths } = this
    const { dryRun = false } = this
    const recorded = await recordRetention({ caseMonths, accessLogMonths }, actor.id, dryRun)
    if (isRefused(recorded)) return recorded
    return {
      data: { ...recorded, before, dryRun },
      lines: [
        ...(dryRun ? ['Rien n’a changé. Ces durées seraient\u00a0:'] : []),
        ...lines(recorded),
      ],
    }
  }
}

function lines({ caseMonths, accessLogMonths }: Retention): string[] {
  return [
    `Détail des saisines\u00a0: ${caseMonths} mois après le dernier contact.`,
    `Journal des accès\u00a0: ${accessLogMonths} mois.`,
  ]
}
