import type User from '#app/accounts/user'
import { createUser } from '#app/accounts/create_user'
import { granted } from '#app/demo/granted'

/** The person of an association, who enters by the portal. */
export const MEMBER_EMAIL = 'association@example.org'

export async function createDemoMember(admin: User, associationCode: string): Promise<User> {
  return granted(
    await createUser(admin, {
      email: MEMBER_EMAIL,
      fullName: 'Trésorière d’association (fictif)',
      role: 'association',
      associationCode,
    })
  )
}
