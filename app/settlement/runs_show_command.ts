import { args } from '@adonisjs/core/ace'
import { OfficeCommand } from '#app/accounts/command'
import { isRefused } from '#app/shared/result'

export default class RunsShow extends OfficeCommand {
  static override commandName = 'runs:show'
  static override description =
    'Montrer une campagne : totaux par association, blocages, approbations'

  @args.string({ description: 'Numéro de la campagne' })
  declare id: string

  async perform() {
    const { showRun } = await import('#app/settlement/show_run')
    const view = await showRun(Number(this.id))
    if (isRefused(view)) return view
    const { runData, runLine } = await import('#app/settlement/run_lines')
    const { formatAmount, formatNumber } = await import('#app/shared/french_format')
    const { textTable } = await import('#app/shared/text_table')
    const { run, ...rest } = view
    return {
      data: { ...runData(run), ...rest },
      lines: [
        runLine(run),
        ...textTable(
          rest.associations.map(({ code, name, lines, totalCents, statement, held }) => [
            code,
            name.slice(0, 50),
            formatNumber(lines),
            formatAmount(totalCents),
            statement ?? (held === null ? '' : `retenue : ${held}`),
          ])
        ),
        ...rest.reasons.map(({ message, remedy }) => `✗ ${message}${remedy ? ` → ${remedy}` : ''}`),
        `Approbations en vigueur : ${rest.approvals.map(({ name }) => name).join(', ') || 'aucune'}.`,
      ],
    }
  }
}
