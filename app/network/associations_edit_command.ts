import { args, flags } from '@adonisjs/core/ace'
import { OfficeCommand } from '#app/accounts/command'
import { isRefused } from '#app/shared/result'

export default class AssociationsEdit extends OfficeCommand {
  static override commandName = 'associations:edit'
  static override description = 'Corriger la description d’une association'

  @args.string({ description: 'Code de l’association' })
  declare association: string

  @flags.array({ description: 'Une colonne du modèle et sa valeur\u00a0: "commune=Mâcon"' })
  declare set: string[]

  async perform() {
    const { editAssociation } = await import('#app/network/edit_association')
    const { cellsOf } = await import('#app/intake/typed_cells')
    const actor = await this.actor(['coordinator'])
    if (isRefused(actor)) return actor
    const cells = cellsOf(this.set ?? [])
    if (isRefused(cells)) return cells
    const edited = await editAssociation(this.association, cells, actor.id)
    if (isRefused(edited)) return edited
    const { association, changed } = edited
    return {
      data: { associationId: association.id, changed },
      lines: [
        changed
          ? `L’association ${association.code} est à jour.`
          : 'Tout était déjà ainsi\u00a0: rien n’a changé.',
      ],
    }
  }
}
