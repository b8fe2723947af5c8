import { args, flags } from '@adonisjs/core/ace'
import { OfficeCommand } from '#app/accounts/command'
import { isRefused } from '#app/shared/result'

export default class RunsCreate extends OfficeCommand {
  static override commandName = 'runs:create'
  static override description = 'Ouvrir une campagne de règlement pour une convention'

  @args.string({ description: 'Code de la convention' })
  declare convention: string

  @flags.string({ description: 'Jour limite, exclu : 2026-10-01', required: true })
  declare until: string

  async perform() {
    const { createRun } = await import('#app/settlement/create_run')
    const { runData, runLine } = await import('#app/settlement/run_lines')
    const actor = await this.actor(['finance'])
    if (isRefused(actor)) return actor
    const run = await createRun({
      conventionCode: this.convention,
      until: this.until,
      preparedBy: actor.id,
    })
    if (isRefused(run)) return run
    return { data: runData(run), lines: [runLine(run), `Ensuite : ./ace runs:calculate ${run.id}`] }
  }
}
