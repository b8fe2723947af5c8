import type { Letter } from '#app/shared/mail/letter'
import { formatDay } from '#app/shared/french_format'
import type { Day } from '#app/shared/day'

export interface SettledTransfer {
  statement: { id: number; number: string }
  outcome: 'executed' | 'rejected' | 'returned'
  on: Day
  /** Why it did not reach the account, in French; null when the bank does not say. */
  reason: string | null
}

const SUBJECTS = { executed: 'exécuté', rejected: 'rejeté', returned: 'revenu' } as const

/** The money of a statement has left, was refused, or has come back. */
export function transferLetter({ statement, outcome, on, reason }: SettledTransfer): Letter {
  const { id, number } = statement
  return {
    subject: `Virement du relevé ${number} ${SUBJECTS[outcome]}`,
    blocks:
      outcome === 'executed'
        ? [`Le virement du relevé ${number} est exécuté le ${formatDay(on)}.`]
        : [
            outcome === 'returned'
              ? `Le virement du relevé ${number} est revenu le ${formatDay(on)}\u00a0: la banque ne l’a pas porté à votre compte.`
              : `Le virement du relevé ${number} a été rejeté le ${formatDay(on)}\u00a0: la banque ne l’a pas exécuté.`,
            ...(reason === null ? [] : [`Sa raison\u00a0: ${reason}.`]),
            'La somme vous reste due. Vérifiez vos coordonnées bancaires\u00a0; si elles ont changé, proposez les nouvelles.',
          ],
    link: { label: 'Voir le paiement', path: `/mes-paiements/${id}` },
    foot: 'choice',
  }
}
