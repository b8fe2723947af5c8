import { GENESIS } from '#app/ledger/chain'
import { row } from '#app/shared/rows'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'

export interface ChainHead {
  /** Number of the last entry, 0 before the first. */
  id: number
  /** SHA-256, 32 bytes: it is printed on statements in hexadecimal. */
  hash: Buffer
}

/** The last entry of the journal. A writer takes the lock « ledger » first, or the head may move. */
export async function chainHead(client?: QueryClientContract): Promise<ChainHead> {
  const last = await row<ChainHead>(
    'SELECT id, hash FROM journal_entries ORDER BY id DESC LIMIT 1',
    [],
    client
  )
  return last ?? { id: 0, hash: GENESIS }
}
