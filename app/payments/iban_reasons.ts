import { validateIBAN, ValidationErrorsIBAN } from 'ibantools'
import { SEPA_COUNTRIES } from '#app/payments/sepa_countries'
import { maskIban } from '#app/shared/french_format'

/** Why an account cannot be paid: a code for the program, words in French for the reader. */
export interface Reason {
  code: string
  message: string
}

const ELECTRONIC_FORM = /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/

/**
 * What forbids paying an IBAN given in electronic form (capitals, no space); empty when nothing
 * does. The account is shown masked, since reasons end up in logs and mails.
 */
export function ibanReasons(iban: string): Reason[] {
  if (iban === '') return [{ code: 'IBAN', message: 'L’IBAN manque\u00a0: recopiez-le du RIB.' }]
  const shown = maskIban(iban.slice(0, 2), iban.slice(-4))
  const country = iban.slice(0, 2)
  if (!ELECTRONIC_FORM.test(iban)) return [wrongForm(shown)]
  const { errorCodes } = validateIBAN(iban)
  if (errorCodes.includes(ValidationErrorsIBAN.NoIBANCountry)) return [outsideSepa(shown, country)]
  if (errorCodes.includes(ValidationErrorsIBAN.WrongIBANChecksum)) return [wrongChecksum(shown)]
  if (errorCodes.includes(ValidationErrorsIBAN.WrongAccountBankBranchChecksum)) {
    return [wrongNationalKey(shown)]
  }
  if (errorCodes.length > 0) return [wrongForm(shown)]
  return SEPA_COUNTRIES.has(country) ? [] : [outsideSepa(shown, country)]
}

function wrongForm(shown: string): Reason {
  return {
    code: 'IBAN',
    message: `L’IBAN ${shown} n’a pas la forme ou la longueur d’un IBAN de son pays\u00a0: recopiez-le du RIB.`,
  }
}

function wrongChecksum(shown: string): Reason {
  return {
    code: 'IBAN',
    message: `La clé de contrôle de l’IBAN ${shown} est fausse\u00a0: un caractère a été mal recopié, reprenez-le du RIB.`,
  }
}

function wrongNationalKey(shown: string): Reason {
  return {
    code: 'CLE_RIB',
    message: `La clé RIB du compte ${shown} est fausse bien que l’IBAN soit cohérent\u00a0: demandez un RIB édité par la banque.`,
  }
}

function outsideSepa(shown: string, country: string): Reason {
  return {
    code: 'HORS_SEPA',
    message: `Le compte ${shown} est tenu hors de l’espace SEPA (${country})\u00a0: payez-le par virement international, hors de ce fichier.`,
  }
}
