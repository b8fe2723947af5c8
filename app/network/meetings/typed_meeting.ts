import { DateTime } from 'luxon'
import { privacyGuard } from '#app/intake/privacy/privacy_guard'
import { isDay } from '#app/shared/day'
import type { Reason, Refused } from '#app/shared/result'

export interface TypedMeeting {
  title: string
  details: string
  link: string
  day: string
  from: string
  to: string
  seats: string
}

export interface NewMeeting {
  title: string
  details: string
  link: string | null
  startsAt: Date
  endsAt: Date
  seats: number
}

/** A meeting as it was typed, hours being those of Paris; or all that is wrong with it. */
export function readMeeting(typed: TypedMeeting, now: Date): NewMeeting | Refused {
  const refused: Reason[] = []
  const fail = (field: string, message: string, remedy: string) =>
    refused.push({ code: 'RENDEZ_VOUS_INCOMPLET', message, remedy, field })
  const { title, details, day } = typed
  if (title === '' || title.length > 160)
    fail('titre', 'Le rendez-vous n’a pas de titre.', 'Dites son sujet en une ligne.')
  for (const [field, text] of [
    ['titre', title],
    ['texte', details],
  ] as const) {
    const guard = privacyGuard(text)
    if (guard) fail(field, guard.message, 'Retirez ce qui désigne une personne.')
  }
  if (details.length > 2000)
    fail('texte', 'Le texte dépasse 2000 caractères.', 'Gardez l’essentiel.')
  const link = typed.link === '' ? null : readLink(typed.link)
  if (typed.link !== '' && link === null)
    fail(
      'lien',
      'Ce lien n’est pas une adresse https.',
      'Recopiez l’adresse de la visioconférence.'
    )
  const startsAt = isDay(day) ? inParis(day, typed.from) : null
  const endsAt = isDay(day) ? inParis(day, typed.to) : null
  if (!isDay(day)) fail('jour', 'Ce jour n’est pas lisible.', 'Écrivez un jour comme 2026-11-22.')
  else if (!startsAt)
    fail('debut', 'Cette heure n’est pas lisible.', 'Écrivez une heure comme 14:00.')
  else if (!endsAt || endsAt <= startsAt)
    fail(
      'fin',
      'La fin ne vient pas après le début.',
      'Écrivez une heure du même jour, après le début.'
    )
  else if (startsAt <= now) fail('jour', 'Ce moment est passé.', 'Choisissez un jour à venir.')
  const seats = /^\d{1,5}$/.test(typed.seats) ? Number(typed.seats) : 0
  if (seats < 1 || seats > 10_000)
    fail('places', 'Le nombre de places n’est pas lisible.', 'Écrivez un nombre de 1 à 10 000.')
  if (refused.length > 0) return { refused }
  return { title, details, link, startsAt: startsAt!, endsAt: endsAt!, seats }
}

function inParis(day: string, time: string): Date | null {
  if (!/^\d\d:\d\d$/.test(time)) return null
  const instant = DateTime.fromISO(`${day}T${time}`, { zone: 'Europe/Paris' })
  return instant.isValid ? instant.toJSDate() : null
}

function readLink(text: string): string | null {
  if (!URL.canParse(text) || text.length > 500) return null
  const { protocol, href, username } = new URL(text)
  return protocol === 'https:' && username === '' ? href : null
}
