import { flags } from '@adonisjs/core/ace'
import { OfficeCommand } from '#app/accounts/command'
import { isRefused } from '#app/shared/result'

export default class ReturnsRecord extends OfficeCommand {
  static override commandName = 'returns:record'
  static override description = 'Enregistrer une fiche retour, sans fichier'

  @flags.string({ description: 'Référence de la saisine', required: true })
  declare reference: string

  @flags.string({ description: 'Code de l’association', required: true })
  declare association: string

  @flags.string({ description: 'Code de la convention', required: true })
  declare convention: string

  @flags.string({ description: 'Jour de réception\u00a0: 22/11/2026', required: true })
  declare receivedOn: string

  @flags.string({ description: 'Jour du premier contact' })
  declare firstContactOn: string

  @flags.string({ description: 'Jour du dernier acte' })
  declare lastActOn: string

  @flags.string({
    description: 'prise en charge, injoignable, refus ou réorientée',
    required: true,
  })
  declare outcome: string

  @flags.array({ description: 'Une prestation et son nombre\u00a0: entretien_psychologique=3' })
  declare act: string[]

  @flags.string({ description: 'oui si Mémo de Vie a été présenté, sinon non' })
  declare memoDeVie: string

  @flags.string({ description: 'Une note courte, sans nom, téléphone ni courriel' })
  declare note: string

  async perform() {
    const { recordReturnForm } = await import('#app/returns/record_return_form')
    const { cellsOf } = await import('#app/intake/typed_cells')
    const actor = await this.actor(['coordinator'])
    if (isRefused(actor)) return actor
    const acts = cellsOf(this.act ?? [])
    if (isRefused(acts)) return acts
    const form = await recordReturnForm(
      {
        ...acts,
        reference_saisine: this.reference,
        association: this.association,
        convention: this.convention,
        date_reception: this.receivedOn,
        date_premier_contact: this.firstContactOn,
        date_dernier_acte: this.lastActOn,
        issue: this.outcome,
        memo_de_vie: this.memoDeVie,
        observations: this.note,
      },
      actor.id
    )
    if (isRefused(form)) return form
    return {
      data: form,
      lines: [`Fiche n° ${form.id} de la saisine ${form.reference}, version ${form.version}.`],
    }
  }
}
