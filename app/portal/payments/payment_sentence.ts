import type { Cents } from '#app/shared/cents'
import type { Day } from '#app/shared/day'
import { formatDay } from '#app/shared/french_format'
import type { StateLabel } from '#app/shared/screens/list'

export interface Payment {
  /** A key of PAYMENT_STATES. */
  payment: string
  payableCents: Cents
  executionDate: Day | null
}

/** What became of the money of a statement, in the words of who waits for it. */
export function paymentSentence({ payment, executionDate }: Payment): StateLabel {
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
      return {
        label: 'virement rejeté par la banque\u00a0: vérifiez vos coordonnées',
        tone: 'alert',
      }
    case 'returned':
      return {
        label: 'virement retourné par votre banque\u00a0: vérifiez vos coordonnées',
        tone: 'alert',
      }
    case 'nothing':
      return { label: 'rien à virer', tone: 'calm' }
    case 'owing':
      return { label: 'solde repris sur votre prochain relevé', tone: 'waiting' }
    case 'taken':
      return { label: 'solde repris sur un relevé suivant', tone: 'calm' }
    default:
      return { label: 'solde réclamé par une note de débit', tone: 'waiting' }
  }
}
