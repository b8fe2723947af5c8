import type User from '#app/accounts/user'
import { granted } from '#app/demo/granted'
import { createMeeting } from '#app/network/meetings/create_meeting'
import { registerForMeeting } from '#app/network/meetings/register_for_meeting'
import { addDays, parisDay } from '#app/shared/day'

const SEATS = 50

/**
 * Announces two webinars of fifty seats: one that everybody wanted, of which the last person given waits for a seat,
 * and one with room left.
 */
export async function openDemoMeetings(
  coordinator: User,
  people: readonly User[],
  now: Date
): Promise<void> {
  const today = parisDay(now)
  const link = 'https://visio.example.org/reversement'
  const hours = { from: '14:00', to: '15:30', seats: String(SEATS), link }
  const wanted = granted(
    await createMeeting(coordinator, {
      ...hours,
      title: 'Accompagner un élu menacé (exemple)',
      details: 'Une heure trente avec la coordination : le premier entretien, puis vos questions.',
      day: addDays(today, 16),
    })
  )
  const roomy = granted(
    await createMeeting(coordinator, {
      ...hours,
      title: 'Remplir ses fiches en dix minutes (exemple)',
      details: 'Le classeur, les brouillons, et ce que dit un refus.',
      day: addDays(today, 30),
    })
  )
  for (const person of people) granted(await registerForMeeting(person, wanted.id, now))
  for (const person of people.slice(0, 7)) granted(await registerForMeeting(person, roomy.id, now))
}
