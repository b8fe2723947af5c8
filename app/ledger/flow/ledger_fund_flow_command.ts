import { args } from '@adonisjs/core/ace'
import { OfficeCommand, type Report } from '#app/accounts/command'
import { isRefused, type Refused } from '#app/shared/result'

export default class LedgerFundFlow extends OfficeCommand {
  static override commandName = 'ledger:fund-flow'
  static override description = 'Montrer l’emploi des fonds d’une convention sur une année'

  @args.string({ description: 'Code de la convention' })
  declare code: string

  @args.string({ description: 'Année civile' })
  declare year: string

  async perform(): Promise<Report | Refused> {
    const { FLOW_ROWS } = await import('#app/ledger/flow/flow_rows')
    const { fundFlow } = await import('#app/ledger/flow/fund_flow')
    const { readConvention, readYear } = await import('#app/ledger/read_book_options')
    const { formatAmount } = await import('#app/shared/french_format')
    const { textTable } = await import('#app/shared/text_table')
    const convention = await readConvention(this.code)
    if (isRefused(convention)) return convention
    const year = readYear(this.year)
    if (isRefused(year)) return year
    const found = (await fundFlow(convention.id, year.year))!
    const { before, during, end } = found
    return {
      data: found,
      lines: [
        `Emploi des fonds de ${found.convention.code}, ${found.year}`,
        ...textTable([
          ['', 'avant', 'dans l’année', 'à la fin'],
          ...FLOW_ROWS.map(([key, label]) => [
            label,
            formatAmount(before[key]),
            formatAmount(during[key]),
            formatAmount(end[key]),
          ]),
        ]),
      ],
    }
  }
}
