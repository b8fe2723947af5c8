import { DateTime } from 'luxon'

/** A calendar day 'YYYY-MM-DD' (years 0001 to 9999). Days compare and sort as plain strings. */
export type Day = string

const FIRST_DAY_NUMBER = -719_162 // 0001-01-01, counted from 1970-01-01
const LAST_DAY_NUMBER = 2_932_896 // 9999-12-31
const ERA_OFFSET = 719_468 // days from 0000-03-01 to 1970-01-01
const DAYS_PER_ERA = 146_097 // 400 Gregorian years
const QUARTER_ENDS = ['03-31', '06-30', '09-30', '12-31'] as const

/** True for the exact form 'YYYY-MM-DD' of a day that exists. */
export function isDay(text: string): boolean {
  if (text.length !== 10 || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return false
  const year = digits(text, 0, 4)
  const month = digits(text, 5, 7)
  const day = digits(text, 8, 10)
  if (!(year >= 1 && month >= 1 && month <= 12 && day >= 1)) return false
  return day <= 28 || day <= monthLength(year, month)
}

/** The day `n` days later (earlier when negative); throws a RangeError on what is not a day. */
export function addDays(day: Day, n: number): Day {
  const target = dayNumber(day) + n
  if (!Number.isInteger(target) || target < FIRST_DAY_NUMBER || target > LAST_DAY_NUMBER) {
    throw new RangeError(`No day ${n} days from ${day}`)
  }
  return writtenDay(target)
}

/** Last day of the civil quarter that contains the day. */
export function quarterEnd(day: Day): Day {
  return `${checked(day).slice(0, 5)}${QUARTER_ENDS[quarterIndex(day)]}`
}

/** The civil quarter in French: "3e trimestre 2026". */
export function quarterLabel(day: Day): string {
  const rank = quarterIndex(checked(day)) + 1
  return `${rank}${rank === 1 ? 'er' : 'e'} trimestre ${Number(day.slice(0, 4))}`
}

/** The calendar day in Paris at that instant: business days are Paris days, stored instants are UTC. */
export function parisDay(instant: Date): Day {
  return inParis(instant).toFormat('yyyy-MM-dd')
}

/** 'YYYY-MM-DDThh:mm:ss' in Paris at that instant, without offset, as `CreDtTm` of pain.001 wants it. */
export function parisTimestamp(instant: Date): string {
  return inParis(instant).toFormat("yyyy-MM-dd'T'HH:mm:ss")
}

function inParis(instant: Date): DateTime<true> {
  const paris = DateTime.fromJSDate(instant, { zone: 'Europe/Paris' })
  if (!paris.isValid) throw new RangeError('Not an instant')
  return paris
}

function checked(day: Day): Day {
  if (!isDay(day)) throw new RangeError(`Not a day: ${day}`)
  return day
}

function digits(text: string, from: number, to: number): number {
  let value = 0
  for (let i = from; i < to; i++) {
    const digit = text.charCodeAt(i) - 48
    if (digit < 0 || digit > 9) return Number.NaN
    value = value * 10 + digit
  }
  return value
}

function monthLength(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

function quarterIndex(day: Day): number {
  return Math.floor((digits(day, 5, 7) - 1) / 3)
}

// Days are counted in 400-year eras whose years start in March, so that the leap day comes last and
// needs no special case; settlement walks millions of days, and a Date object for each costs tenfold.
function dayNumber(day: Day): number {
  const month = digits(checked(day), 5, 7)
  const year = digits(day, 0, 4) - (month <= 2 ? 1 : 0)
  const era = Math.floor(year / 400)
  const yearOfEra = year - era * 400
  const dayOfYear =
    Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + digits(day, 8, 10) - 1
  const leapDays = Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100)
  return era * DAYS_PER_ERA + yearOfEra * 365 + leapDays + dayOfYear - ERA_OFFSET
}

// Few distinct days occur in a settlement: each is written once, and its string shared.
const writtenDays = new Map<number, Day>()

function writtenDay(count: number): Day {
  let day = writtenDays.get(count)
  if (day === undefined) {
    day = writeDay(count)
    writtenDays.set(count, day)
  }
  return day
}

function writeDay(count: number): Day {
  const shifted = count + ERA_OFFSET
  const era = Math.floor(shifted / DAYS_PER_ERA)
  const dayOfEra = shifted - era * DAYS_PER_ERA
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365
  )
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}
