import User from '#app/accounts/user'
import type { Trx } from '#app/shared/transaction'

/** The account, held until the transaction ends; null when there is none. */
export function lockUser(trx: Trx, userId: number): Promise<User | null> {
  return User.query({ client: trx }).where('id', userId).forUpdate().first()
}
