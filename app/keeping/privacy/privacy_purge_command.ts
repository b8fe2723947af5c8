import { flags } from '@adonisjs/core/ace'
import { OfficeCommand } from '#app/accounts/command'
import { rehearsalFirst } from '#app/keeping/privacy/rehearsal_first'
import { isRefused } from '#app/shared/result'

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
    const unclear = rehearsalFirst(this, { code: 'ESSAI_OU_PURGE', name: 'la purge' })
    if (unclear) return unclear
    const { PURGE_WORDS } = await import('#app/keeping/privacy/purge_words')
    const { countRows } = await import('#app/keeping/privacy/count_rows')
    const { formatNumber } = await import('#app/shared/french_format')
    const { textTable } = await import('#app/shared/text_table')
    const table = (counts: Record<string, number>) =>
      textTable(countRows(PURGE_WORDS, counts).map(([label, n]) => [label, formatNumber(n)]))
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
