import { maskIban } from '#app/shared/french_format'

/** SQL: what lists show of the IBAN of the account `b`, as `maskIban` does elsewhere. */
export const MASKED_IBAN = `'${maskIban("' || b.iban_country || '", "' || b.iban_last4 || '")}'`
