import { basename } from 'node:path'

const LONGEST = 100

/** A stranger's file name as a name in one of our folders, and in a header: no path, no control sign, never empty. */
export function safeFileName(clientName: string): string {
  const name = basename(clientName.replaceAll('\\', '/'))
    .normalize('NFC')
    .replaceAll(/[\p{C}"*:<>?|/]/gu, '')
    .trim()
  const extension = /(?<=.)\.\w{1,5}$/.exec(name)?.[0] ?? ''
  const stem = name.slice(0, name.length - extension.length).slice(0, LONGEST)
  return stem.replaceAll('.', '') === '' ? `fichier${extension}` : stem + extension
}
