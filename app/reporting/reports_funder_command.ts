import { args, flags } from '@adonisjs/core/ace'
import { OfficeCommand } from '#app/accounts/command'

/** Writes what a funder is told of a period. */
export default class ReportsFunder extends OfficeCommand {
  static override commandName = 'reports:funder'
  static override description =
    'Écrire le rapport d’une convention à son financeur, en PDF et en classeur'

  @args.string({ description: 'Code de la convention' })
  declare code: string

  @flags.string({ description: 'Premier jour, comme 2026-01-01', required: true })
  declare from: string

  @flags.string({ description: 'Dernier jour, inclus', required: true })
  declare to: string

  @flags.string({ description: 'Dossier où écrire', default: '.' })
  declare out: string

  async perform() {
    const { funderReport } = await import('#app/reporting/funder_report/funder_report')
    const { reportPeriod } = await import('#app/reporting/report_period')
    const { writeReport } = await import('#app/reporting/documents/write_report')
    const { isRefused, refuse } = await import('#app/shared/result')
    const period = reportPeriod(this.from, this.to)
    if (isRefused(period)) return period
    const report = await funderReport(this.code, period)
    if (!report) {
      return refuse(
        'CONVENTION_INCONNUE',
        `Aucune convention n’a le code ${this.code}.`,
        'La page des conventions donne leurs codes.'
      )
    }
    if (isRefused(report)) return report
    const files = await writeReport(report.document, this.out)
    const { masked, paid } = report
    return { data: { paid, masked, files }, lines: files.map((file) => `Écrit\u00a0: ${file}`) }
  }
}
