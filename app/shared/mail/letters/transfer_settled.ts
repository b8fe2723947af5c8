import type { Letter } from '#app/shared/mail/letter'
import { formatDay } from '#app/shared/french_format'
import type { Day } from '#app/shared/day'

export interface SettledTransfer {
  statement: { id: number; number: string }
  outcome: 'executed' | 'returned'
  on: Day
}

/** The money of a statement has left, or has come back. */
export function transferLetter({ statement, outcome, on }: SettledTransfer): Letter {
  const { id, number } = statement
  const done = outcome === 'executed'
  return {
    subject: done ? `Virement du relevé ${number} exécuté` : `Virement du relevé ${number} revenu`,
    blocks: done
      ? [`Le virement du relevé ${number} est exécuté le ${formatDay(on)}.`]
      : [
          `Le virement du relevé ${number} est revenu le ${formatDay(on)}\u00a0: la banque ne l’a pas porté à votre compte.`,
          'La somme vous reste due. Vérifiez vos coordonnées bancaires\u00a0; si elles ont changé, proposez les nouvelles.',
        ],
    link: { label: 'Voir le paiement', path: `/mes-paiements/${id}` },
    foot: 'choice',
  }
}
