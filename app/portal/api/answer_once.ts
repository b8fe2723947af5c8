import { createHash } from 'node:crypto'
import { refuse, type Refused } from '#app/shared/result'
import { row } from '#app/shared/rows'
import { transaction, type Trx } from '#app/shared/transaction'

export interface ApiAnswer {
  status: number
  answer: object
}

export interface KeyedRequest {
  associationId: number
  /** Idempotency-Key: chosen by the software, one for each deed. */
  key: string
  body: unknown
}

/**
 * Does the work once for a key: the answer is kept by the transaction of the work, and given again to who asks again.
 * A second request of the same instant waits for the first on the unique index, then reads its answer.
 */
export function answerOnce(
  { associationId, key, body }: KeyedRequest,
  work: (trx: Trx) => Promise<ApiAnswer>
): Promise<(ApiAnswer & { again: boolean }) | Refused> {
  const bodyHash = createHash('sha256').update(canonical(body)).digest()
  return transaction<ApiAnswer & { again: boolean }>(async (trx) => {
    const claimed = await row<{ id: number }>(
      `INSERT INTO api_requests (association_id, key, body_hash, status, answer) VALUES (?, ?, ?, 102, '{}')
       ON CONFLICT DO NOTHING RETURNING id`,
      [associationId, key, bodyHash],
      trx
    )
    if (!claimed) return known(trx, associationId, key, bodyHash)
    const { status, answer } = await work(trx)
    await trx
      .from('api_requests')
      .where('id', claimed.id)
      .update({ status, answer: JSON.stringify(answer) })
    return { status, answer, again: false }
  })
}

async function known(trx: Trx, associationId: number, key: string, bodyHash: Buffer) {
  const { hash, ...first } = (await row<ApiAnswer & { hash: Buffer }>(
    'SELECT body_hash AS hash, status, answer FROM api_requests WHERE association_id = ? AND key = ?',
    [associationId, key],
    trx
  ))!
  if (hash.equals(bodyHash)) return { ...first, again: true }
  return refuse(
    'CLE_DEJA_SERVIE',
    'Cette clé a déjà servi pour un autre contenu.',
    'Gardez la clé pour renvoyer la même demande, prenez-en une nouvelle pour une autre.',
    'Idempotency-Key'
  )
}

/** The same content has the same text, whatever the order of its fields. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part
  )
}
