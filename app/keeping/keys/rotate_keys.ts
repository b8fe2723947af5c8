import { openSecret, sealSecret } from '#app/accounts/entry/totp'
import { ibanIndexes, open, seal } from '#app/network/bank_accounts/iban_vault'
import { bankAccountKey } from '#app/payments/answers/bank_account_key'
import { recordCounts, recordOpening } from '#app/keeping/privacy/openings'
import { recordEvent } from '#app/shared/record_event'
import { refuse, type Refused } from '#app/shared/result'
import { row, rows } from '#app/shared/rows'
import { lock, transaction, type Trx } from '#app/shared/transaction'

export interface Rotation {
  /** Secrets sealed again, by what they are. */
  counts: {
    accounts: number
    settings: number
    debitNotes: number
    secondFactors: number
    bankTraces: number
  }
}

/**
 * Seals again, with the key of the installation, all that a former one sealed: IBANs and their fingerprints, secrets of
 * second factors. One transaction, by the audited door; what cannot be opened by any key that was given is refused, and
 * nothing changes. Done twice, it changes nothing that can be seen.
 */
export async function rotateKeys(actorId: number): Promise<Rotation | Refused> {
  try {
    return await transaction<Rotation>(async (trx) => {
      await lock(trx, 'keys')
      const id = await recordOpening(trx, { purpose: 'key_rotation', actorId })
      const accounts = await rotateAccounts(trx)
      const settings = await rotateSettings(trx)
      const counts = {
        accounts: accounts.count,
        settings: settings.count,
        debitNotes: await rotateDebitNotes(trx),
        secondFactors: await rotateSecondFactors(trx),
        bankTraces: await rotateTraces(trx, [...accounts.indexes, ...settings.indexes]),
      }
      await recordCounts(trx, id, counts)
      await recordEvent(trx, actorId, {
        verb: 'installation.keys_rotated',
        subject: ['installation', 0],
        after: { sealed: Object.values(counts).reduce((sum, count) => sum + count, 0) },
      })
      return { counts }
    })
  } catch (error) {
    if (error instanceof UnreadableSecret) return unreadable(error.what)
    throw error
  }
}

/** A fingerprint, and the one that takes its place. */
type Moved = readonly [from: Buffer, to: Buffer]

class UnreadableSecret extends Error {
  constructor(readonly what: string) {
    super(what)
  }
}

function opened<T>(what: string, read: () => T): T {
  try {
    return read()
  } catch {
    throw new UnreadableSecret(what)
  }
}

async function rotateAccounts(trx: Trx) {
  const found = await rows<{ id: number; ciphertext: string; index: Buffer }>(
    'SELECT id, iban_ciphertext AS ciphertext, iban_index AS index FROM bank_accounts ORDER BY id FOR UPDATE',
    [],
    trx
  )
  const indexes: Moved[] = []
  for (const { id, ciphertext, index } of found) {
    const sealed = seal(opened(`coordonnées bancaires n° ${id}`, () => open(ciphertext)))
    await rows(
      'UPDATE bank_accounts SET iban_ciphertext = ?, iban_index = ? WHERE id = ?',
      [sealed.ciphertext, sealed.index, id],
      trx
    )
    indexes.push([index, sealed.index])
  }
  return { count: found.length, indexes }
}

async function rotateSettings(trx: Trx) {
  const found = await row<{ ciphertext: string }>(
    'SELECT debtor_iban_ciphertext AS ciphertext FROM settings FOR UPDATE',
    [],
    trx
  )
  if (!found) return { count: 0, indexes: [] as Moved[] }
  const iban = opened('compte de la fédération', () => open(found.ciphertext))
  await rows('UPDATE settings SET debtor_iban_ciphertext = ?', [seal(iban).ciphertext], trx)
  // Statements of the bank name the account by its key, the other side by its IBAN.
  const indexes = [iban, bankAccountKey({ iban })].flatMap((text): Moved[] => {
    const [index, ...former] = ibanIndexes(text)
    return former.map((one) => [one, index!])
  })
  return { count: 1, indexes }
}

async function rotateDebitNotes(trx: Trx): Promise<number> {
  const found = await rows<{ id: number; data: string }>(
    'SELECT statement_id AS id, data FROM debit_note_contents ORDER BY 1',
    [],
    trx
  )
  for (const { id, data } of found) {
    const { account } = JSON.parse(data) as { account: { ibanCiphertext: string } }
    const iban = opened(`note de débit n° ${id}`, () => open(account.ibanCiphertext))
    // In the text itself: what the note prints stays the same to the letter.
    const sealed = data.replace(account.ibanCiphertext, () => seal(iban).ciphertext)
    await rows('UPDATE debit_note_contents SET data = ? WHERE statement_id = ?', [sealed, id], trx)
  }
  return found.length
}

async function rotateSecondFactors(trx: Trx): Promise<number> {
  const found = await rows<{ id: number; secret: string }>(
    'SELECT id, totp_secret AS secret FROM users WHERE totp_secret IS NOT NULL ORDER BY id FOR UPDATE',
    [],
    trx
  )
  for (const { id, secret } of found) {
    const sealed = sealSecret(opened(`second facteur n° ${id}`, () => openSecret(secret)))
    await rows('UPDATE users SET totp_secret = ? WHERE id = ?', [sealed, id], trx)
  }
  return found.length
}

/** What the bank said of accounts that we know; the fingerprint of an account that nobody knows stays as it was. */
async function rotateTraces(trx: Trx, indexes: readonly Moved[]): Promise<number> {
  const moved = indexes.filter(([from, to]) => !from.equals(to))
  const pairs = JSON.stringify(
    moved.map(([from, to]) => [from.toString('hex'), to.toString('hex')])
  )
  let count = 0
  for (const [table, column] of [
    ['bank_movements', 'account_index'],
    ['bank_parts', 'counterparty_index'],
    ['bank_statuses', 'iban_index'],
  ] as const) {
    const written = await rows(
      `UPDATE ${table} SET ${column} = decode(pair ->> 1, 'hex')
       FROM (SELECT DISTINCT pair FROM jsonb_array_elements(?::jsonb) pair) pairs
       WHERE ${column} = decode(pair ->> 0, 'hex') RETURNING 1`,
      [pairs],
      trx
    )
    count += written.length
  }
  return count
}

function unreadable(what: string): Refused {
  return refuse(
    'CLE_MANQUANTE',
    `Aucune des clés données n’ouvre\u00a0: ${what}. Rien n’a changé.`,
    'Donnez la clé d’avant dans APP_KEY_PREVIOUS, à côté de la nouvelle dans APP_KEY.'
  )
}
