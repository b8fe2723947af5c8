import type { Letter } from '#app/shared/mail/letter'
import { formatDay } from '#app/shared/french_format'
import type { Day } from '#app/shared/day'

/** An access for software was opened: who did not ask for it must know. The token is never written. */
export function accessLetter({ label, on }: { label: string; on: Day }): Letter {
  return {
    subject: 'Un accès pour un logiciel est ouvert',
    blocks: [
      `Le ${formatDay(on)}, l’accès «\u00a0${label}\u00a0» a été ouvert pour votre association. Qui a son jeton lit vos dossiers et envoie des fiches en votre nom.`,
      'Si vous n’êtes pas au courant, fermez-le, et prévenez tout de suite la fédération, par un numéro que vous connaissez.',
    ],
    link: { label: 'Voir les accès', path: '/mes-acces' },
    foot: 'security',
  }
}
