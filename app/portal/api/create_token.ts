import { randomBytes } from 'node:crypto'
import { hashToken } from '#app/accounts/entry/invite'
import type User from '#app/accounts/user'
import { privacyGuard } from '#app/intake/privacy/privacy_guard'
import { accessLetter } from '#app/shared/mail/letters/access_opened'
import { notify, type Notice } from '#app/shared/mail/notify'
import { parisDay } from '#app/shared/day'
import { recordEvent } from '#app/shared/record_event'
import { refuse, type Refused } from '#app/shared/result'
import { row } from '#app/shared/rows'
import { lock, transaction } from '#app/shared/transaction'

/** Tokens that one association may hold at a time. */
const MOST = 10
/** What stays readable of a token: enough to tell it from another, too little to guess it. */
const SHOWN = 10

export interface CreatedToken {
  id: number
  /** Shown once: only its hash is kept. */
  token: string
}

/** Makes a token for the software of the person’s association. */
export function createToken(
  { id: userId, associationId }: Pick<User, 'id' | 'associationId'>,
  label: string,
  at = new Date()
): Promise<CreatedToken | Refused> {
  return transaction<CreatedToken>(async (trx) => {
    if (label === '' || label.length > 60) {
      return refuse('NOM_MANQUANT', 'L’accès n’a pas de nom.', 'Nommez le logiciel.', 'nom')
    }
    const guard = privacyGuard(label)
    if (guard) return refuse('TEXTE_PERSONNEL', guard.message, 'Nommez le logiciel.', 'nom')
    await lock(trx, `jetons ${associationId}`)
    const { n } = (await row<{ n: number }>(
      'SELECT count(*) AS n FROM api_tokens WHERE association_id = ? AND revoked_at IS NULL',
      [associationId],
      trx
    ))!
    if (n >= MOST) {
      return refuse(
        'TROP_D_ACCES',
        `${MOST} accès sont ouverts.`,
        'Fermez ceux qui ne servent plus.'
      )
    }
    const token = `rvt_${randomBytes(32).toString('base64url')}`
    const prefix = token.slice(0, SHOWN)
    const { id } = (await row<{ id: number }>(
      `INSERT INTO api_tokens (association_id, label, prefix, token_hash, created_by) VALUES (?, ?, ?, ?, ?) RETURNING id`,
      [associationId, label, prefix, hashToken(token), userId],
      trx
    ))!
    await recordEvent(trx, userId, {
      verb: 'api_token.created',
      subject: ['api_token', id],
      after: { label, prefix },
    })
    await notify(trx, [noticeOf(associationId!, id, label, at)], userId)
    return { id, token }
  })
}

/** All who enter for the association are told, whatever they chose: one of them may not have asked for it. */
function noticeOf(associationId: number, id: number, label: string, at: Date): Notice {
  const letter = accessLetter({ label, on: parisDay(at) })
  return { kind: 'access', associationId, cause: `access:${id}`, letter }
}
