import { args } from '@adonisjs/core/ace'
import { OfficeCommand } from '#app/accounts/command'
import { isRefused } from '#app/shared/result'

export default class RunsCalculate extends OfficeCommand {
  static override commandName = 'runs:calculate'
  static override description =
    'Rapprocher et chiffrer une campagne ; peut se refaire jusqu’à la soumission'

  @args.string({ description: 'Numéro de la campagne' })
  declare id: string

  async perform() {
    const { calculateRun } = await import('#app/settlement/calculation/calculate_run')
    const { reconciliationLines } = await import('#app/reconciliation/reconciliation_lines')
    const { runData, runLine } = await import('#app/settlement/run_lines')
    const { plural } = await import('#app/shared/french_format')
    const actor = await this.actor(['finance'])
    if (isRefused(actor)) return actor
    const done = await calculateRun(Number(this.id), actor.id)
    if (isRefused(done)) return done
    const { run, lines, associations, waiting, reconciliation } = done
    return {
      data: {
        ...runData(run),
        lines,
        associations,
        waiting,
        outcomes: Object.fromEntries(reconciliation.outcomes),
        findings: Object.fromEntries(reconciliation.findings),
      },
      lines: [
        runLine(run),
        `${plural(lines, 'ligne')} pour ${plural(associations, 'association')}.`,
        ...(waiting > 0
          ? [`L’enveloppe ne suffit pas\u00a0: ${plural(waiting, 'association')} en attente.`]
          : []),
        ...reconciliationLines(reconciliation),
      ],
    }
  }
}
