import { args } from '@adonisjs/core/ace'
import { OfficeCommand, type Report } from '#app/accounts/command'
import { CLOSERS } from '#app/ledger/book_roles'
import { isRefused, type Refused } from '#app/shared/result'

export default class LedgerClose extends OfficeCommand {
  static override commandName = 'ledger:close'
  static override description =
    'Clôturer les comptes jusqu’à un jour\u00a0: ses écritures se figent'

  @args.string({ description: 'Dernier jour clos, inclus (31/12/2026)' })
  declare until: string

  async perform(): Promise<Report | Refused> {
    const { closePeriod } = await import('#app/ledger/closing/close_period')
    const { readDay } = await import('#app/ledger/read_book_options')
    const { formatDay, plural } = await import('#app/shared/french_format')
    const actor = await this.actor(CLOSERS)
    if (isRefused(actor)) return actor
    const until = readDay(this.until)
    if (isRefused(until)) return until
    const closure = await closePeriod(actor.id, until.day)
    if (isRefused(closure)) return closure
    return {
      data: closure,
      lines: [
        `Comptes clos jusqu’au ${formatDay(closure.until)}\u00a0: ${plural(closure.entries, 'écriture figée', 'écritures figées')}.`,
        `Empreinte\u00a0: ${closure.digest}`,
      ],
    }
  }
}
