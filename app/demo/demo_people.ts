import type User from '#app/accounts/user'
import { createUser } from '#app/accounts/create_user'
import { granted } from '#app/demo/granted'

/** One fictitious person of each role of the federation. */
export const PEOPLE = [
  ['admin', 'admin', 'Administration (fictif)'],
  ['platform', 'plateforme', 'Plateforme téléphonique (fictif)'],
  ['coordinator', 'coordination', 'Coordination des conventions (fictif)'],
  ['finance', 'finance', 'Chargée de règlement (fictif)'],
  ['approver', 'direction', 'Direction (fictif)'],
  ['auditor', 'audit', 'Commissaire aux comptes (fictif)'],
] as const

export type DemoPeople = Record<(typeof PEOPLE)[number][0], User>

export async function createDemoPeople(): Promise<DemoPeople> {
  const people: Partial<DemoPeople> = {}
  for (const [role, mailbox, fullName] of PEOPLE) {
    const email = `${mailbox}@example.org`
    people[role] = granted(
      await createUser(people.admin ?? null, { email, fullName, role, associationCode: null })
    )
  }
  return people as DemoPeople
}
