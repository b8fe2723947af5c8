import { flags } from '@adonisjs/core/ace'
import { OfficeCommand } from '#app/accounts/command'
import { isRefused, refuse } from '#app/shared/result'

export default class PrivacyPurge extends OfficeCommand {
  static override commandName = 'privacy:purge'
  static override description =
    'Effacer ce dont la durée de conservation est passée, après un essai à blanc'

  @flags.boolean({ description: 'Dire ce qui serait purgé, sans rien changer' })
  declare dryRun: boolean

  @flags.string({ description: 'Empreinte donnée par l’essai à blanc' })
  declare digest: string

  async perform() {
    const actor = await this.actor(['admin'])
    if (isRefused(actor)) return actor
    if (this.dryRun === Boolean(this.digest)) {
      return refuse(
        'ESSAI_OU_PURGE',
        'Un essai à blanc d’abord, la purge ensuite.',
        'Écrivez --dry-run, puis --digest et l’empreinte que l’essai a donnée.'
      )
    }
    const { purgeRows } = await import('#app/keeping/privacy/purge_words')
    const { formatNumber } = await import('#app/shared/french_format')
    const { textTable } = await import('#app/shared/text_table')
    const table = (counts: Record<string, number>) =>
      textTable(purgeRows(counts).map(([label, n]) => [label, formatNumber(n)]))
    if (this.dryRun) {
      const { rehearsePurge } = await import('#app/keeping/privacy/rehearse_purge')
      const rehearsal = await rehearsePurge(actor.id)
      return {
        data: rehearsal,
        lines: [
          ...table(rehearsal.counts),
          `Rien n’a changé. Empreinte\u00a0: ${rehearsal.digest}`,
        ],
      }
    }
    const { purge } = await import('#app/keeping/privacy/purge')
    const purged = await purge(this.digest, actor.id)
    if (isRefused(purged)) return purged
    return {
      data: purged,
      lines: [...table(purged.counts), 'Les montants et les écritures restent.'],
    }
  }
}
