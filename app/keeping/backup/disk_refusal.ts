import { refuse, type Refused } from '#app/shared/result'

/** What the system, then PostgreSQL, say of a disk that takes nothing more. */
const FULL = ['ENOSPC', 'EDQUOT', 'EFBIG', '53100']
const CLOSED = ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST']

/** What an administrator can do about it when a disk does not take what is written; null when that is not it. */
export function diskRefusal(error: unknown): Refused | null {
  const { code, cause } = error as { code?: string; cause?: { code?: string } }
  const codes = [code ?? '', cause?.code ?? '']
  if (codes.some((one) => FULL.includes(one))) {
    return refuse(
      'DISQUE_PLEIN',
      'Le disque est plein. Rien n’a été fait à moitié.',
      'Libérez de la place, ou écrivez ailleurs, puis recommencez.'
    )
  }
  if (!codes.some((one) => CLOSED.includes(one))) return null
  return refuse(
    'ECRITURE_REFUSEE',
    'Le système refuse d’écrire à cet endroit. Rien n’a été fait.',
    'Vérifiez le dossier et ses droits, puis recommencez.'
  )
}
