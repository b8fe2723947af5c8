import { flags } from '@adonisjs/core/ace'
import { OfficeCommand } from '#app/accounts/command'
import { isRefused } from '#app/shared/result'

export default class SaisinesRecord extends OfficeCommand {
  static override commandName = 'saisines:record'
  static override description = 'Enregistrer une saisine, sans fichier'

  @flags.string({ description: 'Code de la convention', required: true })
  declare convention: string

  @flags.string({ description: 'Code de l’association saisie', required: true })
  declare association: string

  @flags.string({ description: 'Jour de la saisine\u00a0: 22/11/2026', required: true })
  declare openedOn: string

  @flags.string({ description: 'plateforme, direct ou employeur', required: true })
  declare channel: string

  @flags.string({ description: 'Code du département\u00a0: 01, 2A, 974', required: true })
  declare department: string

  @flags.string({ description: 'élu, proche ou salarié', required: true })
  declare beneficiary: string

  @flags.string({ description: 'maire, adjoint, conseiller, parlementaire ou autre' })
  declare mandate: string

  @flags.string({ description: 'Code des faits, sans récit ni nom' })
  declare facts: string

  @flags.string({ description: 'Code de l’événement collectif' })
  declare event: string

  @flags.string({ description: 'Référence de la plateforme\u00a0; sinon, une est tirée au hasard' })
  declare reference: string

  async perform() {
    const { recordSaisine } = await import('#app/saisines/record_saisine')
    const actor = await this.actor(['platform', 'coordinator'])
    if (isRefused(actor)) return actor
    const saisine = await recordSaisine(
      {
        reference: this.reference,
        convention: this.convention,
        association: this.association,
        date_saisine: this.openedOn,
        canal: this.channel,
        departement: this.department,
        beneficiaire: this.beneficiary,
        mandat: this.mandate,
        nature_faits: this.facts,
        evenement: this.event,
      },
      actor.id
    )
    if (isRefused(saisine)) return saisine
    return { data: saisine, lines: [`Saisine ${saisine.reference} enregistrée.`] }
  }
}
