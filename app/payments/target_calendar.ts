import { addDays, type Day } from '#app/shared/day'

const FIXED_CLOSINGS: ReadonlySet<string> = new Set(['01-01', '05-01', '12-25', '12-26'])

/**
 * True when TARGET, the euro’s settlement system, is open that day. It closes at weekends, on
 * 1 January, Good Friday, Easter Monday, 1 May, 25 and 26 December (ECB decision of 14 December
 * 2000); the other French holidays are open.
 */
export function isTargetDay(day: Day): boolean {
  if (isWeekend(day) || FIXED_CLOSINGS.has(day.slice(5))) return false
  const easter = easterSunday(Number(day.slice(0, 4)))
  return day !== addDays(easter, -2) && day !== addDays(easter, 1)
}

/** The first TARGET day strictly after the day. */
export function nextTargetDay(day: Day): Day {
  const next = addDays(day, 1)
  return isTargetDay(next) ? next : nextTargetDay(next)
}

function isWeekend(day: Day): boolean {
  return [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())
}

/** Easter by the anonymous Gregorian computus (Meeus), valid for every year of the calendar. */
function easterSunday(year: number): Day {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const leapCenturies = Math.floor(century / 4)
  const lunarShift = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3)
  const epact = (19 * golden + century - leapCenturies - lunarShift + 15) % 30
  const yearOfCentury = year % 100
  const leapYears = Math.floor(yearOfCentury / 4)
  const weekday = (32 + 2 * (century % 4) + 2 * leapYears - epact - (yearOfCentury % 4)) % 7
  const correction = Math.floor((golden + 11 * epact + 22 * weekday) / 451)
  const march22 = `${String(year).padStart(4, '0')}-03-22`
  return addDays(march22, epact + weekday - 7 * correction)
}
