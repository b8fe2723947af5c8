import { flags } from '@adonisjs/core/ace'
import { OfficeCommand } from '#app/accounts/command'
import { isRefused, refuse } from '#app/shared/result'

export default class DisputesOpen extends OfficeCommand {
  static override commandName = 'disputes:open'
  static override description = 'Contester une ligne de relevé, ou une fiche refusée'

  @flags.string({ description: 'Numéro du relevé' })
  declare statement: string

  @flags.number({ description: 'Numéro de la ligne sur ce relevé' })
  declare line: number

  @flags.number({ description: 'Numéro de la fiche refusée' })
  declare form: number

  @flags.string({
    description: 'montant, quantite, fiche_refusee, regularisation ou autre',
    required: true,
  })
  declare motive: string

  @flags.string({ description: 'Une explication courte, sans nommer personne' })
  declare details: string

  async perform() {
    const { CLAIMANTS, openDispute } = await import('#app/settlement/disputes/open_dispute')
    const actor = await this.actor(CLAIMANTS)
    if (isRefused(actor)) return actor
    const line = this.statement !== undefined && this.line !== undefined
    if (line === (this.form !== undefined)) {
      return refuse(
        'RECLAMATION_AMBIGUE',
        'Une réclamation porte sur une ligne, ou sur une fiche.',
        'Donnez --statement et --line, ou --form.'
      )
    }
    const opened = await openDispute(actor, {
      contested: line ? { statement: this.statement, position: this.line } : { formId: this.form },
      motive: this.motive,
      details: this.details ?? '',
    })
    if (isRefused(opened)) return opened
    return {
      data: opened,
      lines: [
        `Réclamation n° ${opened.id} ouverte\u00a0: jusqu’à sa réponse, l’association n’est pas réglée.`,
      ],
    }
  }
}
