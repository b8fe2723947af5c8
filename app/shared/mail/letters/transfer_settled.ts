import type { Letter } from '#app/shared/mail/letter'
import { formatDay } from '#app/shared/french_format'
import type { Day } from '#app/shared/day'

export interface SettledTransfer {
  statement: { id: number; number: string }
  /** What the bank did, of it or of its whole order; or what the federation takes back of what it told. */
  outcome: 'executed' | 'rejected' | 'order_rejected' | 'returned' | 'not_executed' | 'not_returned'
  on: Day
  /** Why it did not reach the account, in French; null when the bank does not say. */
  reason: string | null
}

const SUBJECTS = {
  executed: 'exécuté',
  rejected: 'rejeté',
  order_rejected: 'rejeté avec son ordre',
  returned: 'revenu',
  not_executed: 'pas encore exécuté',
  not_returned: 'bien exécuté',
} as const

const CHECK_ACCOUNT =
  'La somme vous reste due. Vérifiez vos coordonnées bancaires\u00a0; si elles ont changé, proposez les nouvelles.'

/** The money of a statement has left, was refused, or has come back; or what was told of it was a mistake. */
export function transferLetter({ statement, outcome, on, reason }: SettledTransfer): Letter {
  const { id, number } = statement
  return {
    subject: `Virement du relevé ${number} ${SUBJECTS[outcome]}`,
    blocks: blocksOf(outcome, number, formatDay(on), reason),
    link: { label: 'Voir le paiement', path: `/mes-paiements/${id}` },
    foot: 'choice',
  }
}

function blocksOf(
  outcome: SettledTransfer['outcome'],
  number: string,
  day: string,
  reason: string | null
): string[] {
  const why = reason === null ? [] : [`Sa raison\u00a0: ${reason}.`]
  switch (outcome) {
    case 'executed':
      return [`Le virement du relevé ${number} est exécuté le ${day}.`]
    case 'returned':
      return [
        `Le virement du relevé ${number} est revenu le ${day}\u00a0: la banque ne l’a pas porté à votre compte.`,
        ...why,
        CHECK_ACCOUNT,
      ]
    case 'rejected':
      return [
        `Le virement du relevé ${number} a été rejeté le ${day}\u00a0: la banque ne l’a pas exécuté.`,
        ...why,
        CHECK_ACCOUNT,
      ]
    case 'order_rejected':
      return [
        `L’ordre qui portait le virement du relevé ${number} a été rejeté le ${day}, en entier\u00a0: votre compte n’est pas en cause.`,
        'La somme vous reste due\u00a0: la fédération refait le virement.',
      ]
    case 'not_executed':
      return [
        `Un message vous a dit exécuté le virement du relevé ${number}\u00a0: c’était une erreur de la fédération, corrigée le ${day}.`,
        'La somme vous reste due\u00a0: un message vous dira quand la banque l’aura virée.',
      ]
    case 'not_returned':
      return [
        `Un message vous a dit revenu le virement du relevé ${number}\u00a0: c’était une erreur de la fédération, corrigée le ${day}.`,
        'Ce virement reste exécuté\u00a0: vous n’avez rien à faire.',
      ]
  }
}
