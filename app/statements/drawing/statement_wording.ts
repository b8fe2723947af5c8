import { formatAmount } from '#app/shared/french_format'
import type {
  ServiceUnit,
  StatementData,
  StatementLine,
} from '#app/statements/content/statement_data'

/** Said on every page of a document whose amounts are not real. */
export const FICTITIOUS_MARK = 'Données fictives'

export const FICTITIOUS_SENTENCE =
  'Données fictives\u00a0: ni les montants, ni l’association, ni les saisines de ce document ne sont réels.'

export const UNIT_LABELS: Record<ServiceUnit, string> = {
  per_saisine: 'par saisine',
  per_act: 'par acte',
}

/** What is said under a line: its note, or at least what the rules took off. */
export function remarkOn({ note, reduction }: StatementLine): string | null {
  if (note !== null || reduction === 0) return note
  return `réduction de ${formatAmount(reduction)}`
}

/** What becomes of the total, in one sentence. */
export function settlementSentence(data: StatementData): string {
  if (data.carried < 0) {
    return `Solde de ${formatAmount(-data.carried)} en faveur de la fédération, reporté sur le prochain relevé.`
  }
  if (data.carried > 0) {
    return `Solde de ${formatAmount(data.carried)} en faveur de l’association, reporté sur le prochain relevé.`
  }
  if (data.payable === 0) return 'Aucun virement n’est dû au titre de ce relevé.'
  if (data.account === null) {
    return 'Virement en attente\u00a0: aucun compte bancaire approuvé. Déposez vos coordonnées sur le portail.'
  }
  return `Virement sur le compte ${data.account.maskedIban}, au nom de ${data.account.holder}.`
}
