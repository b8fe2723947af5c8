import { args, flags } from '@adonisjs/core/ace'
import { OfficeCommand } from '#app/accounts/command'
import { isRefused } from '#app/shared/result'

export default class RunsReopen extends OfficeCommand {
  static override commandName = 'runs:reopen'
  static override description =
    'Rouvrir une campagne soumise ou approuvée : ses approbations tombent'

  @args.string({ description: 'Numéro de la campagne' })
  declare id: string

  @flags.string({ description: 'Pourquoi', required: true })
  declare reason: string

  async perform() {
    const { reopenRun } = await import('#app/settlement/approval/reopen_run')
    const { runData, runLine } = await import('#app/settlement/run_lines')
    const actor = await this.actor(['finance', 'approver'])
    if (isRefused(actor)) return actor
    const run = await reopenRun(Number(this.id), actor.id, this.reason)
    if (isRefused(run)) return run
    return { data: runData(run), lines: [runLine(run)] }
  }
}
