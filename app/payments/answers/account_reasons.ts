import type { ReasonCode } from '#app/payments/answers/reason_codes'

const NEW_RIB = 'Demandez un nouveau RIB à l’association et faites-le approuver.'
export const CHECK_NAME =
  'Vérifiez le titulaire du compte avec l’association, puis proposez-le de nouveau.'

/** The reasons that accuse the payee’s account. */
export const ACCOUNT_REASONS: ReadonlyMap<string, ReasonCode> = new Map([
  ['AC01', reason('Le numéro de compte est faux ou n’existe pas', NEW_RIB)],
  ['AC03', reason('Le numéro de compte du bénéficiaire est faux ou n’existe pas', NEW_RIB)],
  ['AC04', reason('Le compte est clôturé', NEW_RIB)],
  [
    'AC06',
    reason(
      'Le compte est bloqué',
      'Demandez à l’association ce qu’en dit sa banque, ou un autre RIB.'
    ),
  ],
  ['AC07', reason('Le compte du bénéficiaire est clôturé', NEW_RIB)],
  ['AC11', reason('La devise du compte du bénéficiaire ne convient pas', NEW_RIB)],
  ['AC14', reason('Le type du compte du bénéficiaire ne permet pas ce virement', NEW_RIB)],
  [
    'AG01',
    reason(
      'Ce compte n’accepte pas de virement',
      'Demandez un RIB de compte courant à l’association.'
    ),
  ],
  ['BE01', reason('Le titulaire ne correspond pas au compte', CHECK_NAME)],
  ['BE06', reason('Le bénéficiaire est inconnu à ce compte', CHECK_NAME)],
  ['CNOR', reason('La banque du bénéficiaire n’est pas joignable par virement SEPA', NEW_RIB)],
  [
    'FR01',
    reason(
      'Le virement est soupçonné de fraude',
      'Vérifiez le RIB par un contre-appel avant tout paiement.'
    ),
  ],
  [
    'FRAD',
    reason(
      'Le virement est déclaré frauduleux',
      'Vérifiez le RIB par un contre-appel avant tout paiement.'
    ),
  ],
  [
    'MD07',
    reason(
      'Le titulaire du compte est décédé',
      'Demandez à l’association un RIB à son propre nom.'
    ),
  ],
  ['PY01', reason('La banque du bénéficiaire est inconnue de la route de paiement', NEW_RIB)],
  ['RC01', reason('L’identifiant de la banque (BIC) est faux', NEW_RIB)],
  ['RC04', reason('L’identifiant de la banque du bénéficiaire est faux', NEW_RIB)],
  ['RC07', reason('Le BIC de la banque du bénéficiaire est faux', NEW_RIB)],
])

function reason(meaning: string, remedy: string): ReasonCode {
  return { meaning, remedy, accusesAccount: true }
}
