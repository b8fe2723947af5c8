import { args } from '@adonisjs/core/ace'
import { OfficeCommand } from '#app/accounts/command'
import { isRefused } from '#app/shared/result'

export default class RunsIssue extends OfficeCommand {
  static override commandName = 'runs:issue'
  static override description =
    'Émettre les relevés d’une campagne approuvée ; reprend une émission interrompue'

  @args.string({ description: 'Numéro de la campagne' })
  declare id: string

  async perform() {
    const { issueRun } = await import('#app/statements/issue/issue_run')
    const { runData, runLine } = await import('#app/settlement/run_lines')
    const { plural } = await import('#app/shared/french_format')
    const { progressBar } = await import('#app/shared/progress_bar')
    const actor = await this.actor(['finance'])
    if (isRefused(actor)) return actor
    const issue = await issueRun({
      runId: Number(this.id),
      actorId: actor.id,
      progress: progressBar('Relevés'),
    })
    if (isRefused(issue)) return issue
    const { run, statements, waiting } = issue
    if (waiting.length > 0) return { refused: waiting }
    return {
      data: { ...runData(run), statements },
      lines: [
        runLine(run),
        `${plural(statements, 'relevé')} émis et archivé${statements > 1 ? 's' : ''}.`,
        `Ensuite : ./ace runs:documents ${run.id} --out DOSSIER, puis ./ace payments:order ${run.id} --out FICHIER --as ${this.as}`,
      ],
    }
  }
}
