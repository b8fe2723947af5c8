import { column } from '@adonisjs/lucid/orm'
import { BankAccountSchema } from '#database/schema'
import { maskIban } from '#app/shared/french_format'

/** An association's account, proposed by one person and approved by another. */
export default class BankAccount extends BankAccountSchema {
  // The naming strategy would look for iban_last_4.
  @column({ columnName: 'iban_last4' })
  declare ibanLast4: string

  get isPending(): boolean {
    return this.approvedAt === null && this.replacedAt === null
  }

  get maskedIban(): string {
    return maskIban(this.ibanCountry, this.ibanLast4)
  }
}
