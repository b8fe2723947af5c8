import { DateTime } from 'luxon'

/** "22/11/2026 à 14 h 05", in Paris. */
export function formatInstant(at: Date | string | DateTime): string {
  const instant = DateTime.isDateTime(at)
    ? at
    : typeof at === 'string'
      ? DateTime.fromISO(at)
      : DateTime.fromJSDate(at)
  return instant
    .setZone('Europe/Paris')
    .toFormat(`dd/MM/yyyy 'à' HH 'h' mm`)
    .replaceAll(' ', '\u00a0')
}
