import hash from '@adonisjs/core/services/hash'
import type User from '#app/accounts/user'
import { MEMBER_EMAIL } from '#app/demo/demo_member'
import { PEOPLE } from '#app/demo/demo_people'
import { ROLE_LABELS } from '#app/accounts/actor'
import { newSecret, sealSecret } from '#app/accounts/entry/totp'
import { textTable } from '#app/shared/text_table'
import { transaction } from '#app/shared/transaction'

/** The password of everybody in a demonstration; no other installation has it. */
export const DEMO_PASSWORD = 'une demonstration fictive'

/** Gives each fictitious person what it takes to enter: the password above, and an application of codes. */
export async function openDemoEntrance(people: readonly User[]): Promise<void> {
  const password = await hash.make(DEMO_PASSWORD)
  await transaction(async (trx) => {
    for (const { id } of people) {
      await trx
        .from('users')
        .where('id', id)
        .update({
          password_hash: password,
          totp_secret: sealSecret(newSecret()),
          totp_enrolled_at: new Date(),
        })
    }
    return {}
  })
}

/** How a newcomer enters: the address, who they can be, the password, and where the code comes from. */
export function demoEntrance(url: string): string[] {
  const people = [
    ...PEOPLE.map(([role, mailbox]) => [`  ${mailbox}@example.org`, ROLE_LABELS[role]]),
    [`  ${MEMBER_EMAIL}`, ROLE_LABELS.association],
  ]
  return [
    '',
    `Les écrans sont sur ${url} (Ctrl-C pour arrêter)`,
    ...textTable(people),
    `  mot de passe\u00a0: ${DEMO_PASSWORD}`,
    '  code du moment, dans un autre terminal\u00a0: ./ace accounts:code finance@example.org',
  ]
}
