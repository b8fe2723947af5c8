import type { Letter } from '#app/shared/mail/letter'
import { formatDay } from '#app/shared/french_format'
import type { Day } from '#app/shared/day'

export interface AccountStep {
  step: 'proposed' | 'approved' | 'rejected'
  on: Day
  /** The first day that pays there, once it is approved. */
  payableFrom?: Day
}

/** The account of an association changes, or is asked to. It says nothing of the account: whoever reads may be a stranger. */
export function accountLetter({ step, on, payableFrom }: AccountStep): Letter {
  const said = {
    proposed: {
      subject: 'De nouvelles coordonnées bancaires sont proposées',
      block: `Le ${formatDay(on)}, de nouvelles coordonnées bancaires ont été proposées pour votre association. Rien n’y sera viré avant qu’une autre personne ne les approuve, après vous avoir rappelés.`,
    },
    approved: {
      subject: 'Vos coordonnées bancaires ont changé',
      block: `Le ${formatDay(on)}, les nouvelles coordonnées bancaires de votre association ont été approuvées.${payableFrom ? ` Les virements y arriveront à partir du ${formatDay(payableFrom)}.` : ''}`,
    },
    rejected: {
      subject: 'Les coordonnées bancaires proposées sont refusées',
      block: `Le ${formatDay(on)}, les coordonnées bancaires proposées pour votre association ont été refusées. Celles qui servaient, s’il y en a, servent encore.`,
    },
  }[step]
  return {
    subject: said.subject,
    blocks: [
      said.block,
      'Si vous n’êtes pas au courant, prévenez tout de suite la fédération, par un numéro que vous connaissez.',
    ],
    link: { label: 'Voir les coordonnées', path: '/mes-coordonnees' },
    foot: 'security',
  }
}
