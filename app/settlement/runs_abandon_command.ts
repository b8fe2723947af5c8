import { args, flags } from '@adonisjs/core/ace'
import { OfficeCommand } from '#app/accounts/command'
import { isRefused } from '#app/shared/result'

export default class RunsAbandon extends OfficeCommand {
  static override commandName = 'runs:abandon'
  static override description = 'Abandonner une campagne dont rien n’est émis'

  @args.string({ description: 'Numéro de la campagne' })
  declare id: string

  @flags.string({ description: 'Pourquoi', required: true })
  declare reason: string

  async perform() {
    const { abandonRun } = await import('#app/settlement/abandon_run')
    const { runData, runLine } = await import('#app/settlement/run_lines')
    const actor = await this.actor(['finance'])
    if (isRefused(actor)) return actor
    const run = await abandonRun(Number(this.id), actor.id, this.reason)
    if (isRefused(run)) return run
    return { data: runData(run), lines: [runLine(run)] }
  }
}
