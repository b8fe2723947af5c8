import { letteringCode } from '#app/ledger/lettering/lettering_code'
import { letterPostings, type OpenPosting } from '#app/ledger/lettering/letter_postings'
import type { Day } from '#app/shared/day'
import { recordEvent } from '#app/shared/record_event'
import type { Refused } from '#app/shared/result'
import { row, rows } from '#app/shared/rows'
import { lock, transaction, type Trx } from '#app/shared/transaction'

export interface Lettered {
  /** Groups of postings lettered now. */
  letterings: number
  postings: number
}

/** Letters every posting of the associations’ accounts that is answered; done twice, it changes nothing. */
export async function letterAccounts(actorId: number, today: Day): Promise<Lettered | Refused> {
  return transaction<Lettered>((trx) => letterWithin(trx, actorId, today))
}

/** The same within the caller’s transaction. */
export async function letterWithin(trx: Trx, actorId: number, today: Day): Promise<Lettered> {
  await lock(trx, 'ledger')
  const open = await rows<OpenPosting>(OPEN_POSTINGS, [], trx)
  const groups = letterPostings(open, await takenUp(trx))
  for (const group of groups) await letter(trx, group, actorId, today)
  const postings = groups.reduce((sum, group) => sum + group.length, 0)
  if (groups.length > 0) {
    await recordEvent(trx, actorId, {
      verb: 'ledger.lettered',
      subject: ['ledger', 0],
      after: { letterings: groups.length, postings },
    })
  }
  return { letterings: groups.length, postings }
}

async function takenUp(trx: Trx): Promise<Map<number, number>> {
  const found = await rows<{ carried: number; taking: number }>(
    `SELECT l.carried_statement_id AS carried, s.id AS taking
     FROM settlement_lines l JOIN statements s USING (run_id, association_id) WHERE l.carried_statement_id IS NOT NULL`,
    [],
    trx
  )
  return new Map(found.map(({ carried, taking }) => [carried, taking]))
}

async function letter(
  trx: Trx,
  group: readonly OpenPosting[],
  actorId: number,
  today: Day
): Promise<void> {
  const { account, auxiliary } = group[0]!
  const last = await row<{ rank: number }>(
    'SELECT coalesce(max(rank), 0) AS rank FROM letterings WHERE account = ? AND auxiliary = ?',
    [account, auxiliary],
    trx
  )
  const rank = last!.rank + 1
  await rows(
    `WITH lettering AS (
       INSERT INTO letterings (account, auxiliary, rank, code, lettered_on, lettered_by) VALUES (?, ?, ?, ?, ?, ?) RETURNING id)
     INSERT INTO lettered_postings (entry_id, position, lettering_id)
     SELECT (one ->> 0)::bigint, (one ->> 1)::integer, lettering.id FROM lettering, jsonb_array_elements(?::jsonb) AS one`,
    [
      account,
      auxiliary,
      rank,
      letteringCode(rank),
      today,
      actorId,
      JSON.stringify(group.map(({ entryId, position }) => [entryId, position])),
    ],
    trx
  )
}

const OPEN_POSTINGS = `
  SELECT l.entry_id AS "entryId", l.position, l.account, l.auxiliary, l.statement_id AS "statementId",
    l.debit_cents AS "debitCents", l.credit_cents AS "creditCents"
  FROM journal_lines l
  WHERE l.auxiliary IS NOT NULL AND l.statement_id IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM lettered_postings t WHERE t.entry_id = l.entry_id AND t.position = l.position)`
