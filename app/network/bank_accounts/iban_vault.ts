import encryption from '@adonisjs/core/services/encryption'

/** What is kept of an IBAN: enough to pay it, find it again and show its end, never its text. */
export interface SealedIban {
  ciphertext: string
  /** Keyed fingerprint (HMAC-SHA-256, 32 bytes): the same IBAN gives the same one. */
  index: Buffer
  country: string
  last4: string
}

// Bound into every ciphertext and fingerprint: changing it would make them unreadable.
const PURPOSE = 'bank_account.iban'

/** Seals an IBAN in electronic form, by AES-256-GCM under the installation's key. */
export function seal(iban: string): SealedIban {
  return {
    ciphertext: encryption.encrypt(iban, { purpose: PURPOSE }),
    index: ibanIndex(iban),
    country: iban.slice(0, 2),
    last4: iban.slice(-4),
  }
}

/** The clear IBAN, to be shown or written to the bank's file and kept nowhere; throws under another key. */
export function open(ciphertext: string): string {
  const iban = encryption.decrypt<string>(ciphertext, PURPOSE)
  if (iban === null) {
    throw new Error('Coordonnées bancaires illisibles\u00a0: la clé de l’installation a changé.')
  }
  return iban
}

/** Finds a known IBAN without opening any. */
export function ibanIndex(iban: string): Buffer {
  return Buffer.from(encryption.blindIndex(iban, PURPOSE), 'base64url')
}

/** The fingerprints of an IBAN under the key of the installation, first, and under those that it had before. */
export function ibanIndexes(iban: string): Buffer[] {
  return encryption.blindIndexes(iban, PURPOSE).map((index) => Buffer.from(index, 'base64url'))
}
