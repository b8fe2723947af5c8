import { args } from '@adonisjs/core/ace'
import { OfficeCommand } from '#app/accounts/command'
import { isRefused } from '#app/shared/result'

export default class IntakeUndo extends OfficeCommand {
  static override commandName = 'intake:undo'
  static override description =
    'Annuler un import tant que rien de ce qu’il a apporté n’est utilisé'

  @args.string({ description: 'Numéro de l’import' })
  declare id: string

  async perform() {
    const { importKind } = await import('#start/import_kinds')
    const { undoImport } = await import('#app/intake/undo_import')
    const actor = await this.actor(['coordinator', 'platform'])
    if (isRefused(actor)) return actor
    const undone = await undoImport(Number(this.id), actor.id, importKind)
    if (isRefused(undone)) return undone
    return {
      data: { importId: undone.id, kind: undone.kind },
      lines: [`L’import n° ${undone.id} (${undone.kind}, ${undone.fileName}) est annulé.`],
    }
  }
}
