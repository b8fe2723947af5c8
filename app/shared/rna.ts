/**
 * True for a number of the Répertoire national des associations: W and nine digits. Corsica and the
 * overseas registries (W2A…, W2B…, W9R…) put one letter in second place, although guides say digits.
 */
export function isRna(text: string): boolean {
  return /^W\d[0-9A-Z]\d{7}$/.test(text)
}
