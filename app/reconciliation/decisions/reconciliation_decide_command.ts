import { args, flags } from '@adonisjs/core/ace'
import { OfficeCommand } from '#app/accounts/command'
import { isRefused, refuse } from '#app/shared/result'

export default class ReconciliationDecide extends OfficeCommand {
  static override commandName = 'reconciliation:decide'
  static override description =
    'Répondre à un constat : accepter, refuser, ou rattacher la fiche à une saisine'

  @args.string({ description: 'Numéro de la fiche' })
  declare form: string

  @flags.string({ description: 'Code du constat à accepter' })
  declare accept: string

  @flags.string({ description: 'Code du constat pour lequel écarter la fiche, ou RETENUE' })
  declare refuse: string

  @flags.string({ description: 'Numéro de la saisine à laquelle rattacher la fiche' })
  declare link: string

  @flags.string({ description: 'Pourquoi', required: true })
  declare reason: string

  async perform() {
    const { decideForm } = await import('#app/reconciliation/decisions/decide_form')
    const { linkForm } = await import('#app/reconciliation/decisions/link_form')
    const actor = await this.actor(['coordinator'])
    if (isRefused(actor)) return actor
    const words = { formId: Number(this.form), reason: this.reason, actorId: actor.id }
    const asked = [this.accept, this.refuse, this.link].filter(Boolean).length
    if (asked !== 1) {
      return refuse(
        'DECISION_AMBIGUE',
        'Une décision à la fois.',
        'Donnez --accept, --refuse ou --link.'
      )
    }
    const decided = this.link
      ? await linkForm({ ...words, saisineId: Number(this.link) })
      : await decideForm({
          ...words,
          code: this.accept ?? this.refuse,
          verdict: this.accept ? 'accepted' : 'refused',
        })
    if (isRefused(decided)) return decided
    return {
      data: decided,
      lines: [
        `Décision n° ${decided.id} enregistrée. Pour la reprendre : ./ace reconciliation:undo ${decided.id}`,
      ],
    }
  }
}
