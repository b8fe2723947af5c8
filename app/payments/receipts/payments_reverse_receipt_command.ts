import { args, flags } from '@adonisjs/core/ace'
import { OfficeCommand, type Report } from '#app/accounts/command'
import { isRefused, refuse, type Refused } from '#app/shared/result'

export default class PaymentsReverseReceipt extends OfficeCommand {
  static override commandName = 'payments:reverse-receipt'
  static override description =
    'Contre-passer un versement enregistré par erreur\u00a0; sans --confirm, dire ce que cela ferait'

  @args.string({ description: 'Code de la convention' })
  declare code: string

  @args.string({ description: 'Référence du versement' })
  declare reference: string

  @flags.string({ description: 'Quelle était l’erreur', required: true })
  declare reason: string

  @flags.boolean({ description: 'Le faire\u00a0: une contre-passation ne se défait pas' })
  declare confirm: boolean

  async perform(): Promise<Report | Refused> {
    const { receiptPage } = await import('#app/ledger/receipts/receipt_page')
    const { reversalSentences } = await import('#app/ledger/receipts/reversal_sentences')
    const { reverseReceipt } = await import('#app/payments/receipts/reverse_receipt')
    const { row } = await import('#app/shared/rows')
    const actor = await this.actor(['finance'])
    if (isRefused(actor)) return actor
    const found = await row<{ id: number }>(
      `SELECT f.id FROM living_receipts f JOIN conventions c ON c.id = f.convention_id WHERE c.code = ? AND f.reference = ?`,
      [this.code, this.reference]
    )
    if (!found) {
      return refuse(
        'VERSEMENT_INCONNU',
        `La convention ${this.code} n’a pas de versement ${this.reference} qui compte.`,
        'Reprenez sa référence à la page des versements reçus.'
      )
    }
    const { receipt } = (await receiptPage(found.id))!
    const done = reversalSentences(receipt)
    if (!this.confirm) {
      return {
        data: { receiptId: found.id, confirmed: false },
        lines: [...done, 'Rien n’est fait\u00a0: ajoutez --confirm.'],
      }
    }
    const reversal = { receiptId: found.id, reason: this.reason, confirmed: true }
    const reversed = await reverseReceipt(actor.id, reversal)
    if (isRefused(reversed)) return reversed
    return { data: reversed, lines: [`Versement ${this.reference} contre-passé.`, ...done] }
  }
}
