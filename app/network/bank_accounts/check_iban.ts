import { validateIBAN, ValidationErrorsIBAN } from 'ibantools'
import { maskIban } from '#app/shared/french_format'

export interface Unreadable {
  message: string
  remedy: string
}

const ELECTRONIC_FORM = /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/

/** Capitals without the spaces, dots or dashes that a RIB is typed with. */
export function electronicIban(text: string): string {
  return text.replace(/[\s.-]/g, '').toUpperCase()
}

/**
 * Why an IBAN in electronic form cannot be one (country, length, key, French RIB key); null when nothing says so.
 * Whether it may be paid by SEPA transfer is another question, put when the transfer order is prepared.
 * The account is shown masked: such a message ends up in files and screens.
 */
export function checkIban(iban: string): Unreadable | null {
  if (iban === '') return unreadable('L’IBAN manque.', 'Recopiez-le du RIB.')
  const shown = maskIban(iban.slice(0, 2), iban.slice(-4))
  const errors = ELECTRONIC_FORM.test(iban) ? validateIBAN(iban).errorCodes : null
  if (errors?.length === 0) return null
  if (errors?.includes(ValidationErrorsIBAN.WrongIBANChecksum)) {
    return unreadable(
      `La clé de contrôle de l’IBAN ${shown} est fausse.`,
      'Un caractère a été mal recopié\u00a0: reprenez l’IBAN du RIB.'
    )
  }
  if (errors?.includes(ValidationErrorsIBAN.WrongAccountBankBranchChecksum)) {
    return unreadable(
      `La clé RIB du compte ${shown} est fausse, bien que l’IBAN soit cohérent.`,
      'Demandez à l’association un RIB édité par sa banque.'
    )
  }
  return unreadable(
    `L’IBAN ${shown} n’a pas la forme ou la longueur d’un IBAN de son pays.`,
    'Reprenez l’IBAN du RIB, sans en omettre de caractère.'
  )
}

function unreadable(message: string, remedy: string): Unreadable {
  return { message, remedy }
}
