import type User from '#app/accounts/user'
import { createUser } from '#app/accounts/create_user'
import { granted } from '#app/demo/granted'
import type { DemoPeople } from '#app/demo/demo_people'
import { contestAsDemo } from '#app/demo/life/contest'
import { declareDemoActions } from '#app/demo/life/declare_actions'
import { openDemoMeetings } from '#app/demo/life/open_meetings'
import { publishDemoLetters } from '#app/demo/life/publish_letters'
import { startDemoDrafts } from '#app/demo/life/start_drafts'
import { rows } from '#app/shared/rows'

/** Enough to fill a webinar without the person of the demonstration. */
const OTHERS = 50
/** Those who declare actions, the person of the demonstration among them. */
const ACTIVE = 8

/** What happens in the network beside payments, so that the portal of the demonstration is not an empty house. */
export async function playLife(people: DemoPeople, member: User, at: Date): Promise<void> {
  const { admin, coordinator } = people
  await publishDemoLetters(coordinator, at)
  const others = await createColleagues(admin, member.associationId!)
  await openDemoMeetings(coordinator, [...others, member], at)
  await declareDemoActions([member, ...others.slice(0, ACTIVE - 1)], at)
  await contestAsDemo(member, coordinator, at)
  await startDemoDrafts(member)
}

/** One person in each of the associations that follow the one given; they never enter. */
async function createColleagues(admin: User, associationId: number): Promise<User[]> {
  const found = await rows<{ code: string }>(
    'SELECT code FROM associations WHERE id <> ? ORDER BY id LIMIT ?',
    [associationId, OTHERS]
  )
  const colleagues: User[] = []
  for (const { code } of found) {
    const created = await createUser(admin, {
      email: `equipe.${code.toLowerCase()}@example.org`,
      fullName: `Équipe de ${code} (fictif)`,
      role: 'association',
      associationCode: code,
    })
    colleagues.push(granted(created))
  }
  return colleagues
}
