import hash from '@adonisjs/core/services/hash'
import type { DemoPeople } from '#app/demo/demo_people'
import { newSecret, sealSecret } from '#app/accounts/entry/totp'
import { transaction } from '#app/shared/transaction'

/** The password of everybody in a demonstration; no other installation has it. */
export const DEMO_PASSWORD = 'une demonstration fictive'

/** Gives each fictitious person what it takes to enter: the password above, and an application of codes. */
export async function openDemoEntrance(people: DemoPeople): Promise<void> {
  const password = await hash.make(DEMO_PASSWORD)
  await transaction(async (trx) => {
    for (const { id } of Object.values(people)) {
      await trx.from('users').where('id', id).update({
        password_hash: password,
        totp_secret: sealSecret(newSecret()),
        totp_enrolled_at: new Date(),
      })
    }
    return {}
  })
}
