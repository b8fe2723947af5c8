import { reasonCode as known } from '#app/payments/answers/reason_codes'
import type { Cents } from '#app/shared/cents'
import type { Day } from '#app/shared/day'
import { formatDay } from '#app/shared/french_format'
import type { StateLabel } from '#app/shared/screens/list'

export interface Payment {
  /** A key of PAYMENT_STATES. */
  payment: string
  payableCents: Cents
  /** The day it moved, as the bank says; the day asked for until then. */
  executionDate: Day | null
  /** Why the bank refused it or gave it back. */
  reasonCode: string | null
  /** The bank refused the whole order that carried it: no payee is accused. */
  wholeOrder: boolean
}

/** What became of the money of a statement, in the words of who waits for it. */
export function paymentSentence({
  payment,
  executionDate,
  reasonCode,
  wholeOrder,
}: Payment): StateLabel {
  const asked = executionDate ? ` pour le ${formatDay(executionDate)}` : ''
  switch (payment) {
    case 'waiting':
      return { label: 'émis, virement en préparation', tone: 'waiting' }
    case 'issued':
      return { label: `virement demandé${asked}`, tone: 'waiting' }
    case 'accepted':
      return { label: `virement accepté par la banque${asked}`, tone: 'waiting' }
    case 'executed':
      return {
        label: `viré${executionDate ? ` le ${formatDay(executionDate)}` : ''}`,
        tone: 'good',
      }
    case 'rejected':
      if (wholeOrder) return { label: withItsOrder(executionDate), tone: 'alert' }
      return {
        label: `virement rejeté par la banque${notPaid(executionDate, reasonCode)}`,
        tone: 'alert',
      }
    case 'returned':
      return {
        label: `virement retourné par votre banque${notPaid(executionDate, reasonCode)}`,
        tone: 'alert',
      }
    case 'nothing':
      return { label: 'rien à virer', tone: 'calm' }
    case 'owing':
      return { label: 'solde repris sur votre prochain relevé', tone: 'waiting' }
    case 'taken':
      return { label: 'solde repris sur un relevé suivant', tone: 'calm' }
    case 'repaid':
      return { label: 'note de débit payée', tone: 'good' }
    default:
      return { label: 'solde réclamé par une note de débit', tone: 'waiting' }
  }
}

function withItsOrder(day: Day | null): string {
  const on = day ? ` le ${formatDay(day)}` : ''
  return `virement rejeté par la banque${on} avec tout son ordre\u00a0: votre compte n’est pas en cause. ${PAID_AGAIN}`
}

const PAID_AGAIN = 'La somme vous reste due\u00a0: la fédération refait le virement.'

/** When, why, and what to do: a new account when theirs is accused, to wait otherwise. */
function notPaid(day: Day | null, code: string | null): string {
  const on = day ? ` le ${formatDay(day)}` : ''
  const reason = known(code)
  if (!reason) return `${on}\u00a0: vérifiez vos coordonnées`
  const why = `${reason.meaning.charAt(0).toLowerCase()}${reason.meaning.slice(1)}`
  const remedy = reason.accusesAccount
    ? 'Proposez un autre compte dans Coordonnées\u00a0: la somme vous reste due.'
    : PAID_AGAIN
  return `${on} parce que ${why}. ${remedy}`
}
