import { args, flags } from '@adonisjs/core/ace'
import { OfficeCommand } from '#app/accounts/command'
import { isRefused, refuse } from '#app/shared/result'

export default class StatementsDebitPaid extends OfficeCommand {
  static override commandName = 'statements:debit-paid'
  static override description = 'Enregistrer qu’une association a payé une note de débit'

  @args.string({ description: 'Numéro de la note' })
  declare number: string

  @flags.string({ description: 'Jour du crédit sur le compte', required: true })
  declare on: string

  @flags.string({ description: 'Référence du relevé de banque', required: true })
  declare reference: string

  async perform() {
    const { readDay } = await import('#app/ledger/read_book_options')
    const { recordDebitPayment } = await import('#app/statements/debit_notes/record_debit_payment')
    const { formatAmount } = await import('#app/shared/french_format')
    const { row } = await import('#app/shared/rows')
    const actor = await this.actor(['finance'])
    if (isRefused(actor)) return actor
    const paidOn = readDay(this.on)
    if (isRefused(paidOn)) return paidOn
    const note = await row<{ statementId: number }>(
      'SELECT statement_id AS "statementId" FROM debit_notes WHERE number = ?',
      [this.number]
    )
    if (!note) {
      return refuse('NOTE_INCONNUE', `Il n’y a pas de note de débit ${this.number}.`)
    }
    const payment = { ...note, paidOn: paidOn.day, reference: this.reference, partId: null }
    const paid = await recordDebitPayment(actor.id, payment)
    if (isRefused(paid)) return paid
    return {
      data: paid,
      lines: [
        `Note de débit ${paid.number} payée\u00a0: ${formatAmount(paid.amountCents)}, écriture ${paid.entryId}.`,
      ],
    }
  }
}
