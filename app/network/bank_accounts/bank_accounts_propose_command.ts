import { args, flags } from '@adonisjs/core/ace'
import { OfficeCommand } from '#app/accounts/command'
import { isRefused, refuse } from '#app/shared/result'

export default class BankAccountsPropose extends OfficeCommand {
  static override commandName = 'bank-accounts:propose'
  static override description = 'Proposer les coordonnées bancaires d’une association'

  @args.string({ description: 'Code de l’association' })
  declare association: string

  @flags.string({ description: 'IBAN du RIB', required: true })
  declare iban: string

  @flags.string({ description: 'Titulaire exact du RIB', required: true })
  declare holder: string

  @flags.string({ description: 'BIC du RIB' })
  declare bic: string

  @flags.string({ description: 'RIB reçu, et où il est classé', required: true })
  declare evidence: string

  async perform() {
    const { default: Association } = await import('#app/network/association')
    const { proposeBankAccount, PROPOSERS } =
      await import('#app/network/bank_accounts/propose_bank_account')
    const actor = await this.actor(PROPOSERS)
    if (isRefused(actor)) return actor
    const association = await Association.findBy('code', this.association)
    if (!association) {
      return refuse('ASSOCIATION_INCONNUE', `Aucune association de code ${this.association}.`)
    }
    const proposed = await proposeBankAccount(actor, {
      associationId: association.id,
      iban: this.iban,
      bic: this.bic ?? null,
      holder: this.holder,
      evidence: this.evidence,
    })
    if (isRefused(proposed)) return proposed
    const { account, sameIbanAs } = proposed
    const warning = `Attention\u00a0: même IBAN que ${sameIbanAs.join(', ')}.`
    return {
      data: { accountId: account.id, sameIbanAs },
      lines: [
        `Compte ${account.maskedIban} proposé sous le numéro ${account.id}.`,
        ...(sameIbanAs.length > 0 ? [warning] : []),
      ],
    }
  }
}
