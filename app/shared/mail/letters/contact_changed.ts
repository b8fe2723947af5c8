import type { Letter } from '#app/shared/mail/letter'

/** To the address of before: who takes over a mailbox must not be its only reader. It does not say the new one. */
export function contactLetter(): Letter {
  return {
    subject: 'Le courriel de votre association change',
    blocks: [
      'Le courriel de votre association vient d’être changé\u00a0: les messages de la fédération n’arriveront plus ici.',
      'Si vous n’êtes pas au courant, prévenez tout de suite la fédération, par un numéro que vous connaissez.',
    ],
    link: { label: 'Voir les coordonnées', path: '/mes-coordonnees' },
    foot: 'security',
  }
}
