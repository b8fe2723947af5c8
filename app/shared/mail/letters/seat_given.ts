import type { Letter } from '#app/shared/mail/letter'
import { formatInstant } from '#app/shared/format_instant'

export interface GivenSeat {
  title: string
  startsAt: Date
}

/** Somebody withdrew from a webinar: who waited has the seat. The link is read on the page only. */
export function seatLetter({ title, startsAt }: GivenSeat): Letter {
  return {
    subject: `Vous avez une place\u00a0: ${title}`,
    blocks: [
      `Une place s’est libérée\u00a0: vous êtes inscrit au rendez-vous «\u00a0${title}\u00a0», le ${formatInstant(startsAt)} (heure de Paris).`,
      'Si vous ne pouvez plus venir, désistez-vous sur la même page\u00a0: la place ira à la personne suivante.',
    ],
    link: { label: 'Le lien et le fichier de calendrier', path: '/rendez-vous' },
    foot: 'choice',
  }
}
