import { args } from '@adonisjs/core/ace'
import { OfficeCommand } from '#app/accounts/command'
import { isRefused } from '#app/shared/result'

export default class ReconciliationUndo extends OfficeCommand {
  static override commandName = 'reconciliation:undo'
  static override description = 'Reprendre une décision ou un rattachement'

  @args.string({ description: 'Numéro de la décision' })
  declare id: string

  async perform() {
    const { undoDecision } = await import('#app/reconciliation/decisions/undo_decision')
    const actor = await this.actor(['coordinator'])
    if (isRefused(actor)) return actor
    const undone = await undoDecision(Number(this.id), actor.id)
    if (isRefused(undone)) return undone
    return { data: undone, lines: [`La décision n° ${this.id} est reprise.`] }
  }
}
