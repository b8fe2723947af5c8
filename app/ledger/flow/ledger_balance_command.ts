import { flags } from '@adonisjs/core/ace'
import { OfficeCommand, type Report } from '#app/accounts/command'
import { isRefused, type Refused } from '#app/shared/result'

export default class LedgerBalance extends OfficeCommand {
  static override commandName = 'ledger:balance'
  static override description = 'Montrer la balance des comptes, et celle des associations'

  @flags.string({ description: 'Dernier jour, inclus (31/12/2026)\u00a0; aujourd’hui sinon' })
  declare until: string

  async perform(): Promise<Report | Refused> {
    const { balancesByAccount, balancesByAssociation } = await import('#app/ledger/flow/balances')
    const { readDay } = await import('#app/ledger/read_book_options')
    const { formatAmount, formatDay } = await import('#app/shared/french_format')
    const { textTable } = await import('#app/shared/text_table')
    const until = readDay(this.until)
    if (isRefused(until)) return until
    const accounts = await balancesByAccount(until.day)
    const associations = await balancesByAssociation(until.day)
    return {
      data: { until: until.day, accounts, associations },
      lines: [
        `Balance au ${formatDay(until.day)}`,
        ...textTable(
          [...accounts.map((one) => ({ ...one, name: one.label, code: '' })), ...associations].map(
            ({ account, code, name, debitCents, creditCents, balanceCents }) => [
              `${account} ${code}`,
              name,
              formatAmount(debitCents),
              formatAmount(creditCents),
              formatAmount(balanceCents),
            ]
          )
        ),
      ],
    }
  }
}
