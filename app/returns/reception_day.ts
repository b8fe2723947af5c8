import type { Day } from '#app/shared/day'

interface Acts {
  firstContactOn: Day | null
  lastActOn: Day | null
}

/**
 * The day on which a fiche of the portal counts as received. A correction keeps the day of what it corrects, for
 * mending a figure is not being late; unless it tells of acts that were still to come.
 */
export function receptionDay(
  before: { receivedOn: Day } | null,
  { firstContactOn, lastActOn }: Acts,
  today: Day
): Day {
  if (before === null) return today
  const told = [firstContactOn, lastActOn].filter((day) => day !== null)
  return told.some((day) => day > before.receivedOn) ? today : before.receivedOn
}
