import { args, flags } from '@adonisjs/core/ace'
import { OfficeCommand } from '#app/accounts/command'
import { isRefused } from '#app/shared/result'

export default class BankAccountsReject extends OfficeCommand {
  static override commandName = 'bank-accounts:reject'
  static override description = 'Refuser des coordonnées bancaires proposées'

  @args.string({ description: 'Numéro des coordonnées bancaires' })
  declare id: string

  @flags.string({ description: 'Ce qui ne va pas' })
  declare reason: string

  async perform() {
    const { rejectBankAccount } = await import('#app/network/bank_accounts/reject_bank_account')
    const actor = await this.actor(['approver'])
    if (isRefused(actor)) return actor
    const account = await rejectBankAccount(actor, {
      accountId: Number(this.id),
      reason: this.reason ?? '',
    })
    if (isRefused(account)) return account
    return {
      data: { accountId: account.id },
      lines: [`Compte ${account.maskedIban} refusé.`],
    }
  }
}
