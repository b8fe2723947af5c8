/** A meeting as a calendar needs it. */
export interface CalendarMeeting {
  id: number
  title: string
  details: string
  link: string | null
  startsAt: Date
  endsAt: Date
}

/** Paris since 1996 (RFC 5545 § 3.6.5): a calendar that does not know the zone still shows the right hour. */
const PARIS = [
  'BEGIN:VTIMEZONE',
  'TZID:Europe/Paris',
  'BEGIN:DAYLIGHT',
  'DTSTART:19960331T020000',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'TZNAME:CEST',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'DTSTART:19961027T030000',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'TZNAME:CET',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'END:STANDARD',
  'END:VTIMEZONE',
]

/** The meeting as a calendar file (RFC 5545), `stamp` being when it is made and `host` whose it is. */
export function calendarFile(
  { id, title, details, link, startsAt, endsAt }: CalendarMeeting,
  host: string,
  stamp: Date
): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Reversement//Rendez-vous du réseau//FR',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    ...PARIS,
    'BEGIN:VEVENT',
    `UID:rendez-vous-${id}@${host}`,
    `DTSTAMP:${utc(stamp)}`,
    `DTSTART;TZID=Europe/Paris:${inParis(startsAt)}`,
    `DTEND;TZID=Europe/Paris:${inParis(endsAt)}`,
    `SUMMARY;LANGUAGE=fr:${escaped(title)}`,
    ...(details ? [`DESCRIPTION;LANGUAGE=fr:${escaped(details)}`] : []),
    ...(link ? [`LOCATION;LANGUAGE=fr:${escaped('Visioconférence')}`, `URL:${link}`] : []),
    'STATUS:CONFIRMED',
    'TRANSP:OPAQUE',
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

/** Lines of 75 octets at most, cut between characters (§ 3.1). */
function folded(line: string): string {
  const parts: string[] = []
  let part = ''
  for (const character of line) {
    // The blank that opens a folded line counts.
    const room = parts.length === 0 ? 75 : 74
    if (Buffer.byteLength(part + character) > room) {
      parts.push(part)
      part = ''
    }
    part += character
  }
  return [...parts, part].join('\r\n ')
}

/** Text of a property (§ 3.3.11). */
function escaped(text: string): string {
  return text.replaceAll(/[\\;,]/g, String.raw`\$&`).replaceAll(/\r\n|\r|\n/g, String.raw`\n`)
}

function utc(instant: Date): string {
  return `${instant.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`
}

const PARIS_CLOCK = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Paris',
  dateStyle: 'short',
  timeStyle: 'medium',
})

function inParis(instant: Date): string {
  return PARIS_CLOCK.format(instant).replace(' ', 'T').replaceAll(/[-:]/g, '')
}
