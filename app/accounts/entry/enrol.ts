import { randomBytes } from 'node:crypto'
import { hashRecoveryCode } from '#app/accounts/entry/take_code'
import { sealSecret, verifyCode } from '#app/accounts/entry/totp'
import { recordEvent } from '#app/shared/record_event'
import { refuse, type Refused } from '#app/shared/result'
import { transaction, type Trx } from '#app/shared/transaction'

const RECOVERY_CODES = 10

/** Records a person's application once it has given a right code; gives the recovery codes, shown once. */
export function enrol(
  userId: number,
  secret: string,
  code: string,
  at = new Date()
): Promise<{ codes: string[] } | Refused> {
  return transaction<{ codes: string[] }>(async (trx) => {
    const totp = verifyCode(secret, code, null, at)
    if (!totp) {
      return refuse(
        'CODE_FAUX',
        'Ce code n’est pas celui de l’application.',
        'Vérifiez l’heure de votre téléphone, et recopiez le code qui s’affiche.'
      )
    }
    await trx
      .from('users')
      .where('id', userId)
      .update({ totp_secret: sealSecret(secret), totp_enrolled_at: at, totp_last_step: totp.step })
    await recordEvent(trx, userId, { verb: 'second_factor.enrolled', subject: ['user', userId] })
    return { codes: await renewRecoveryCodes(trx, userId) }
  })
}

/** Ten new codes; those of before no longer serve. */
export async function renewRecoveryCodes(trx: Trx, userId: number): Promise<string[]> {
  const codes = Array.from({ length: RECOVERY_CODES }, newRecoveryCode)
  await trx.from('recovery_codes').where('user_id', userId).delete()
  await trx
    .table('recovery_codes')
    .multiInsert(codes.map((code) => ({ user_id: userId, code_hash: hashRecoveryCode(code) })))
  return codes
}

/** Four groups of five figures and letters, none of which is taken for another. */
function newRecoveryCode(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789'
  const picked = Array.from(randomBytes(20), (byte) => letters[byte % letters.length]).join('')
  return picked.replaceAll(/(.{5})(?=.)/g, '$1-')
}
