import { OfficeCommand } from '#app/accounts/command'

export default class PaymentsOpen extends OfficeCommand {
  static override commandName = 'payments:open'
  static override description = 'Lister ce que la banque a dit et qui attend une personne'

  async perform() {
    const { openItems } = await import('#app/payments/bank/open_items')
    const { formatAmount, formatDay, formatNumber } = await import('#app/shared/french_format')
    const items = await openItems()
    return {
      data: { items },
      lines:
        items.length === 0
          ? ['Aucun suspens\u00a0: tout ce que la banque a dit a trouvé son virement.']
          : [
              `${formatNumber(items.length)} suspens\u00a0:`,
              ...items.flatMap(({ id, on, amountCents, message, remedy }) => [
                `  n°\u00a0${id}, ${formatDay(on)}${amountCents === null ? '' : `, ${formatAmount(amountCents)}`}\u00a0: ${message}`,
                `    → ${remedy}`,
              ]),
            ],
    }
  }
}
