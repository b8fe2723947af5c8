import { args, flags } from '@adonisjs/core/ace'
import { OfficeCommand } from '#app/accounts/command'
import { isRefused } from '#app/shared/result'

export default class BankAccountsApprove extends OfficeCommand {
  static override commandName = 'bank-accounts:approve'
  static override description = 'Approuver des coordonnées bancaires après un rappel téléphonique'

  @args.string({ description: 'Numéro des coordonnées bancaires' })
  declare id: string

  @flags.string({ description: 'Qui a été rappelé, à quel numéro connu, et ce qui est confirmé' })
  declare note: string

  async perform() {
    const { approveBankAccount } = await import('#app/network/bank_accounts/approve_bank_account')
    const { formatInstant } = await import('#app/shared/format_instant')
    const actor = await this.actor(['approver'])
    if (isRefused(actor)) return actor
    const account = await approveBankAccount(actor, {
      accountId: Number(this.id),
      callbackNote: this.note ?? '',
    })
    if (isRefused(account)) return account
    const payableFrom = account.payableFrom!.toJSDate()
    return {
      data: { accountId: account.id, payableFrom },
      lines: [
        `Compte ${account.maskedIban} approuvé, payable à partir du ${formatInstant(payableFrom)}.`,
      ],
    }
  }
}
