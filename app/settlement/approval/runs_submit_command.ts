import { args } from '@adonisjs/core/ace'
import { OfficeCommand } from '#app/accounts/command'
import { isRefused } from '#app/shared/result'

export default class RunsSubmit extends OfficeCommand {
  static override commandName = 'runs:submit'
  static override description = 'Soumettre une campagne à l’approbation, quand rien ne la bloque'

  @args.string({ description: 'Numéro de la campagne' })
  declare id: string

  async perform() {
    const { submitRun } = await import('#app/settlement/approval/submit_run')
    const { runData, runLine } = await import('#app/settlement/run_lines')
    const actor = await this.actor(['finance'])
    if (isRefused(actor)) return actor
    const run = await submitRun(Number(this.id), actor.id)
    if (isRefused(run)) return run
    return { data: runData(run), lines: [runLine(run), `Ensuite : ./ace runs:approve ${run.id}`] }
  }
}
