import { isValidBIC } from 'ibantools'

// The narrower of the two schemas: pain.001.001.03 refuses what .09 lets through (ISO 9362).
const BIC_FORM = /^[A-Z]{6}[A-Z2-9][A-NP-Z0-9](?:[A-Z0-9]{3})?$/

/** True for 8 or 11 capitals and digits that form a BIC of an existing country. */
export function isBic(text: string): boolean {
  return BIC_FORM.test(text) && isValidBIC(text)
}
