import { createHash } from 'node:crypto'
import { openSecret, verifyCode } from '#app/accounts/entry/totp'
import { row } from '#app/shared/rows'
import { transaction } from '#app/shared/transaction'
import { refuse, type Refused } from '#app/shared/result'

/**
 * Takes the code of an application, or a recovery code: each serves once, even when two requests bring it at the
 * same time (the row is locked).
 */
export function takeCode(
  userId: number,
  code: string,
  at = new Date()
): Promise<{ kind: 'totp' | 'recovery' } | Refused> {
  return transaction<{ kind: 'totp' | 'recovery' }>(async (trx) => {
    const found = await row<{ secret: string | null; lastStep: number | null }>(
      `SELECT totp_secret AS secret, totp_last_step AS "lastStep" FROM users
       WHERE id = ? AND totp_enrolled_at IS NOT NULL AND disabled_at IS NULL FOR UPDATE`,
      [userId],
      trx
    )
    if (!found?.secret) return wrongCode()
    const totp = verifyCode(openSecret(found.secret), code, found.lastStep, at)
    if (totp) {
      await trx.from('users').where('id', userId).update({ totp_last_step: totp.step })
      return { kind: 'totp' }
    }
    const used = await trx
      .from('recovery_codes')
      .where({ user_id: userId, code_hash: hashRecoveryCode(code) })
      .whereNull('used_at')
      .update({ used_at: at })
    return Number(used) === 1 ? { kind: 'recovery' } : wrongCode()
  })
}

/** Recovery codes are 80 random bits: a plain hash cannot be searched. */
export function hashRecoveryCode(code: string): Buffer {
  return createHash('sha256')
    .update(code.toLowerCase().replaceAll(/[^a-z0-9]/g, ''))
    .digest()
}

function wrongCode(): Refused {
  return refuse(
    'CODE_FAUX',
    'Ce code n’est pas le bon, ou il a déjà servi.',
    'Attendez le code suivant de votre application, ou utilisez un code de secours.'
  )
}
