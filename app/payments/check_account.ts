import { ibanReasons, type Reason } from '#app/payments/iban_reasons'
import { isBic } from '#app/payments/is_bic'
import {
  isEeaCountry,
  isFrenchTerritoryOutsideSepa,
  SEPA_COUNTRIES,
} from '#app/payments/sepa_countries'

export interface AccountToCheck {
  /** Electronic form: capitals, no space. */
  iban: string
  bic: string | null
  holder: string
  /** ISO code of the holder’s country, when known. */
  country: string | null
  /** Department or postcode of the holder, when known. */
  department: string | null
}

/** Every reason in French not to pay the account by SEPA transfer; empty when it can be paid. */
export function checkAccount(account: AccountToCheck): Reason[] {
  return [
    ...holderReasons(account.holder),
    ...ibanReasons(account.iban),
    ...territoryReasons(account),
    ...bicReasons(account.iban, account.bic),
  ]
}

function holderReasons(holder: string): Reason[] {
  if (holder.trim() !== '') return []
  const message =
    'Le nom du titulaire manque\u00a0: recopiez-le du RIB, la banque le compare au compte.'
  return [{ code: 'TITULAIRE', message }]
}

/** The IBAN says FR: only the holder’s place or the bank’s BIC tells a Pacific account. */
function territoryReasons({ bic, country, department }: AccountToCheck): Reason[] {
  const inFrance = country === null || country === 'FR' // 98701 is a German postcode too
  const places = [country, inFrance ? department : null, bic?.slice(4, 6)]
  if (!places.some((place) => place && isFrenchTerritoryOutsideSepa(place))) return []
  const message =
    'La Nouvelle-Calédonie, la Polynésie française et Wallis-et-Futuna sont hors de l’espace SEPA, ' +
    'même avec un IBAN FR\u00a0: payez ce compte par un virement vers l’outre-mer, hors de ce fichier.'
  return [{ code: 'HORS_SEPA', message }]
}

function bicReasons(iban: string, bic: string | null): Reason[] {
  if (bic !== null && !isBic(bic)) {
    const message = `Le BIC «\u00a0${bic}\u00a0» n’est pas un BIC\u00a0: 8 ou 11 lettres et chiffres, tels que sur le RIB.`
    return [{ code: 'BIC', message }]
  }
  const country = iban.slice(0, 2)
  if (bic !== null || !SEPA_COUNTRIES.has(country) || isEeaCountry(country)) return []
  const message =
    'Le BIC manque\u00a0: hors de l’Espace économique européen, la banque l’exige avec l’IBAN.'
  return [{ code: 'BIC_HORS_EEE', message }]
}
