import { args, flags } from '@adonisjs/core/ace'
import { OfficeCommand } from '#app/accounts/command'
import { isRefused, refuse } from '#app/shared/result'

export default class StatementsRedraw extends OfficeCommand {
  static override commandName = 'statements:redraw'
  static override description =
    'Redessiner un document archivé perdu ou abîmé, à l’octet près, depuis ce que l’émission a enregistré'

  @args.string({ description: 'Numéro du relevé : REL-2026-000001', required: false })
  declare statement?: string

  @flags.boolean({ description: 'Tous les documents absents ou abîmés, classeurs compris' })
  declare allMissing: boolean

  async perform() {
    const { redrawDocuments } = await import('#app/statements/archive/redraw_documents')
    const { plural } = await import('#app/shared/french_format')
    const actor = await this.actor(['finance'])
    if (isRefused(actor)) return actor
    if (!this.statement === !this.allMissing)
      return refuse('RELEVE_A_NOMMER', 'Nommez un relevé, ou demandez --all-missing.')
    const redrawing = await redrawDocuments(this.statement ?? 'all missing', actor.id)
    if (isRefused(redrawing)) return redrawing
    const { redrawn, intact, different } = redrawing
    if (different.length > 0) this.exitCode = 1
    return {
      data: redrawing,
      lines: [
        ...redrawn.map((key) => `Redessiné\u00a0: ${key}`),
        ...different.flatMap(({ message, remedy }) => [`✗ ${message}`, `  → ${remedy}`]),
        `${plural(redrawn.length, 'document redessiné', 'documents redessinés')}, ${plural(intact, 'intact')}.`,
      ],
    }
  }
}
