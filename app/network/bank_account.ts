import { BankAccountSchema } from '#database/schema'
import { maskIban } from '#app/shared/french_format'

/** An association's account, proposed by one person and approved by another. */
export default class BankAccount extends BankAccountSchema {
  get isPending(): boolean {
    return this.approvedAt === null && this.replacedAt === null
  }

  get maskedIban(): string {
    return maskIban(this.ibanCountry, this.ibanLast4)
  }
}
