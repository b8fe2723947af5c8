/** The sender’s name for a file: without path nor control characters, short. */
export function plainFileName(name: string): string {
  const plain = name
    .replaceAll(/^.*[\\/]/g, '')
    .replaceAll(/[\p{C}"<>|:*?]/gu, ' ')
    .trim()
  return plain.slice(0, 120).toWellFormed() || 'fichier de la banque'
}
