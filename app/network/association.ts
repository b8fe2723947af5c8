import { hasMany } from '@adonisjs/lucid/orm'
import type { HasMany } from '@adonisjs/lucid/types/relations'
import { AssociationSchema } from '#database/schema'
import BankAccount from '#app/network/bank_accounts/bank_account'
import Membership from '#app/network/members/membership'

/** A member of the network. */
export default class Association extends AssociationSchema {
  @hasMany(() => BankAccount)
  declare bankAccounts: HasMany<typeof BankAccount>

  @hasMany(() => Membership)
  declare memberships: HasMany<typeof Membership>
}
