import { createHash, randomBytes } from 'node:crypto'
import type { Trx } from '#app/shared/transaction'

const LASTS_DAYS = 7

export interface Invitation {
  /** Path of the page where the password is chosen; the token is known to nobody else. */
  path: string
  expiresAt: Date
}

/** Makes the link by which a person chooses a password; the links made before no longer serve. */
export async function invite(
  trx: Trx,
  userId: number,
  invitedBy: number | null,
  at = new Date()
): Promise<Invitation> {
  const token = randomBytes(24).toString('base64url')
  const expiresAt = new Date(at.getTime() + LASTS_DAYS * 86_400_000)
  await trx
    .from('invitations')
    .where('user_id', userId)
    .whereNull('used_at')
    .update({ used_at: at })
  await trx.table('invitations').insert({
    user_id: userId,
    token_hash: hashToken(token),
    invited_by: invitedBy,
    expires_at: expiresAt,
  })
  return { path: `/invitation/${token}`, expiresAt }
}

export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
