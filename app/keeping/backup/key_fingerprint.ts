import encryption from '@adonisjs/core/services/encryption'

const PURPOSE = 'backup.key'
const TEXT = 'fingerprint'

/** Says which key sealed the bank accounts without saying anything of it. */
export function keyFingerprint(): string {
  return encryption.blindIndex(TEXT, PURPOSE)
}

/** Whether this installation has that key: its own, or one that it had before. */
export function hasKey(fingerprint: string): boolean {
  return encryption.blindIndexes(TEXT, PURPOSE).includes(fingerprint)
}
