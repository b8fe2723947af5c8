import { args } from '@adonisjs/core/ace'
import { OfficeCommand } from '#app/accounts/command'
import { isRefused } from '#app/shared/result'

export default class StatementsExplain extends OfficeCommand {
  static override commandName = 'statements:explain'
  static override description = 'Pourquoi ce montant ? Expliquer une ligne d’un relevé émis'

  @args.string({ description: 'Numéro du relevé : REL-2026-000001' })
  declare statement: string

  @args.string({ description: 'Numéro de la ligne (colonne N°)' })
  declare line: string

  async perform() {
    const { explainLine } = await import('#app/statements/explanation/explain_line')
    const { formatAmount } = await import('#app/shared/french_format')
    const explanation = await explainLine(this.statement, Number(this.line))
    if (isRefused(explanation)) return explanation
    return {
      data: explanation,
      lines: [
        `Relevé ${explanation.statement}, ligne n° ${explanation.position} : ${formatAmount(explanation.total)}`,
        ...explanation.sentences.map((sentence) => `  ${sentence}`),
      ],
    }
  }
}
