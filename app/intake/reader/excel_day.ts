const DAY_MS = 86_400_000
const LAST_SERIAL = 2_958_465

/**
 * The ISO day of a serial number; null outside 1900–9999. The 1900 calendar counts a 29 February
 * 1900 that never was (serial 60), as Lotus did: days before it are shifted by one.
 */
export function excelDay(serial: number, since1904: boolean): string | null {
  const day = Math.floor(serial)
  if (since1904)
    return day >= 0 && day <= LAST_SERIAL - 1462 ? isoDay(Date.UTC(1904, 0, 1), day) : null
  if (!(day >= 1 && day <= LAST_SERIAL) || day === 60) return null
  return isoDay(Date.UTC(1899, 11, day < 60 ? 31 : 30), day)
}

function isoDay(origin: number, days: number): string {
  return new Date(origin + days * DAY_MS).toISOString().slice(0, 10)
}
