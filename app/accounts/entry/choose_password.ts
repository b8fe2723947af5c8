import hash from '@adonisjs/core/services/hash'
import { refuse, type Refused } from '#app/shared/result'
import type { Trx } from '#app/shared/transaction'

const SHORTEST = 12
const LONGEST = 200

/** What a new password must be: long. Rules on characters make passwords worse (ANSSI, 2021). */
export function passwordRefusal(password: string, email: string): Refused | null {
  if (password.length < SHORTEST || password.length > LONGEST) {
    return {
      refused: [
        {
          code: 'MOT_DE_PASSE_COURT',
          field: 'password',
          message: `Un mot de passe a de ${SHORTEST} à ${LONGEST} caractères.`,
          remedy: 'Une phrase que vous retenez fait un bon mot de passe.',
        },
      ],
    }
  }
  if (new Set(password).size < 5 || password.toLowerCase().includes(email.split('@')[0]!)) {
    return refuse(
      'MOT_DE_PASSE_FAIBLE',
      'Ce mot de passe se devine.',
      'N’y mettez pas votre adresse, ni toujours la même lettre.'
    )
  }
  return null
}

export async function writePassword(trx: Trx, userId: number, password: string): Promise<void> {
  await trx
    .from('users')
    .where('id', userId)
    .update({ password_hash: await hash.make(password) })
}
