import { args, flags } from '@adonisjs/core/ace'
import { OfficeCommand } from '#app/accounts/command'
import { isRefused, refuse } from '#app/shared/result'

export default class PaymentsOrder extends OfficeCommand {
  static override commandName = 'payments:order'
  static override description =
    'Écrire le fichier de virements (pain.001) des relevés émis de ces campagnes'

  @args.spread({ description: 'Numéros des campagnes' })
  declare runs: string[]

  @flags.string({ description: 'Jour d’exécution, ouvré pour TARGET ; par défaut, le prochain' })
  declare executionDate: string

  @flags.string({ description: 'Fichier à écrire pour la banque', required: true })
  declare out: string

  async perform() {
    const { createTransferOrder } = await import('#app/payments/orders/create_transfer_order')
    const { orderFile } = await import('#app/payments/orders/order_file')
    const { nextTargetDay } = await import('#app/payments/target_calendar')
    const { isDay, parisDay } = await import('#app/shared/day')
    const { formatAmount, plural } = await import('#app/shared/french_format')
    const { writeFileAtomic } = await import('#app/shared/write_file_atomic')
    const actor = await this.actor(['finance'])
    if (isRefused(actor)) return actor
    const executionDate = this.executionDate ?? nextTargetDay(parisDay(new Date()))
    if (!isDay(executionDate)) {
      return refuse(
        'DATE_ILLISIBLE',
        `« ${executionDate} » n’est pas un jour.`,
        'Écrivez par exemple 2026-12-01.'
      )
    }
    const order = await createTransferOrder({
      runIds: this.runs.map(Number),
      executionDate,
      actorId: actor.id,
    })
    if (isRefused(order)) return order
    const file = await orderFile(order.id)
    if (isRefused(file)) return file
    await writeFileAtomic(this.out, file.bytes)
    return {
      data: { ...order, file: this.out },
      lines: [
        `Ordre n° ${order.id} (${order.messageId}) : ${plural(order.transfers, 'virement')}, ${formatAmount(order.totalCents)}.`,
        ...order.changedNames.map(
          ({ where, typed, sent }) => `  ${where} : « ${typed} » devient « ${sent} »`
        ),
        ...order.warnings.map(({ where, message }) => `  À regarder, ${where} : ${message}`),
        `Fichier : ${this.out} (SHA-256 ${order.sha256.slice(0, 16)}…)`,
      ],
    }
  }
}
