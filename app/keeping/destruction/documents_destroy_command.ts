import { flags } from '@adonisjs/core/ace'
import { OfficeCommand } from '#app/accounts/command'
import { rehearsalFirst } from '#app/keeping/privacy/rehearsal_first'
import { isRefused } from '#app/shared/result'

export default class DocumentsDestroy extends OfficeCommand {
  static override commandName = 'documents:destroy'
  static override description =
    'Détruire les pièces comptables dont les dix ans sont passés, après un essai à blanc'

  @flags.boolean({ description: 'Lister ce qui serait détruit, sans rien changer' })
  declare dryRun: boolean

  @flags.string({ description: 'Empreinte donnée par l’essai à blanc' })
  declare digest: string

  async perform() {
    const actor = await this.actor(['admin'])
    if (isRefused(actor)) return actor
    const unclear = rehearsalFirst(this, { code: 'ESSAI_OU_DESTRUCTION', name: 'la destruction' })
    if (unclear) return unclear
    const { DESTRUCTION_WORDS } = await import('#app/keeping/destruction/destruction_words')
    const { countRows } = await import('#app/keeping/privacy/count_rows')
    const { formatDay, formatNumber } = await import('#app/shared/french_format')
    const { textTable } = await import('#app/shared/text_table')
    const table = (counts: Record<string, number>) =>
      textTable(countRows(DESTRUCTION_WORDS, counts).map(([label, n]) => [label, formatNumber(n)]))
    if (this.dryRun) {
      const { rehearseDestruction } = await import('#app/keeping/destruction/rehearse_destruction')
      const { due, ...rehearsal } = await rehearseDestruction(actor.id)
      const listed = due.map(({ key, kind, datedOn, sha256 }) => ({
        key,
        kind,
        datedOn,
        sha256: sha256.toString('hex'),
      }))
      return {
        data: { ...rehearsal, due: listed },
        lines: [
          ...textTable(listed.map(({ key, datedOn }) => [formatDay(datedOn), key])),
          ...table(rehearsal.counts),
          `Rien n’a changé. Empreinte\u00a0: ${rehearsal.digest}`,
        ],
      }
    }
    const { destroyPieces } = await import('#app/keeping/destruction/destroy_pieces')
    const destroyed = await destroyPieces(this.digest, actor.id)
    if (isRefused(destroyed)) return destroyed
    return {
      data: destroyed,
      lines: [...table(destroyed.counts), 'Les lignes, les empreintes et les montants restent.'],
    }
  }
}
