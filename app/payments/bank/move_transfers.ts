import { blockAccounts } from '#app/payments/bank/block_accounts'
import { bookMoves } from '#app/payments/bank/book_moves'
import type { Move } from '#app/payments/bank/decision'
import { followRuns } from '#app/payments/bank/follow_runs'
import { notifyTransfers, type ToldTransfer } from '#app/payments/notify_transfers'
import type { Cents } from '#app/shared/cents'
import type { Day } from '#app/shared/day'
import { isRefused, type Refused } from '#app/shared/result'
import { rows } from '#app/shared/rows'
import type { Trx } from '#app/shared/transaction'

/** A move, with what proves it. */
export interface ProvedMove {
  transferId: number
  state: Move['state']
  matched: Move['matched']
  on: Day
  partId: number | null
  statusId: number | null
  reasonCode: string | null
  reasonText: string | null
}

/** A move once written, with what it concerns. */
export interface WrittenMove extends ProvedMove {
  endToEndId: string
  amount: Cents
  statementId: number
  runId: number
  conventionCode: string
  bankAccountId: number
}

/**
 * Moves transfers along their arrows, with all that follows: the entry of money that moved, the account that a reason
 * accuses, the association told, the run paid or to be paid again. Refused when the books have no bank account.
 */
export async function moveTransfers(
  trx: Trx,
  moves: readonly ProvedMove[],
  { actorId, at }: { actorId: number; at: Date }
): Promise<{ moved: WrittenMove[] } | Refused> {
  if (moves.length === 0) return { moved: [] }
  const moved = await rows<WrittenMove>(WRITE, [JSON.stringify(moves), actorId, at], trx)
  const booked = await bookMoves(trx, moved)
  if (isRefused(booked)) return booked
  await recordMoves(trx, moved, actorId)
  await blockAccounts(
    trx,
    moved.filter((move) => !isOfWholeOrder(move)),
    { actorId, at }
  )
  await notifyTransfers(trx, moved.flatMap(toldOf), actorId)
  await followRuns(trx, moved, actorId)
  return { moved }
}

/** What refuses a whole order accuses who sent it, not those whom it pays. */
function isOfWholeOrder({ state, matched }: WrittenMove): boolean {
  return state === 'rejected' && matched === 'lot'
}

function toldOf(move: WrittenMove): ToldTransfer[] {
  const { transferId, state, on, reasonCode } = move
  if (state === 'accepted') return []
  return isOfWholeOrder(move)
    ? [{ transferId, outcome: 'order_rejected', on, reasonCode: null }]
    : [{ transferId, outcome: state, on, reasonCode }]
}

const WRITE = `
  WITH told AS MATERIALIZED (
    SELECT each.rank, m.* FROM jsonb_array_elements(?::jsonb) WITH ORDINALITY AS each (move, rank),
      jsonb_to_record(each.move) AS m ("transferId" bigint, state text, matched text, "on" date, "partId" bigint,
        "statusId" bigint, "reasonCode" text, "reasonText" text)),
  written AS (
    INSERT INTO transfer_moves (transfer_id, state, matched, moved_on, part_id, status_id, reason_code, reason_text,
      moved_by, moved_at)
    SELECT "transferId", state, matched, "on", "partId", "statusId", "reasonCode", "reasonText", ?, ?
    FROM told ORDER BY rank)
  SELECT told."transferId", told.state, told.matched, told."on", told."partId", told."statusId", told."reasonCode",
    told."reasonText", t.end_to_end_id AS "endToEndId", t.amount_cents AS amount, t.statement_id AS "statementId",
    s.run_id AS "runId", c.code AS "conventionCode", t.bank_account_id AS "bankAccountId"
  FROM told JOIN transfers t ON t.id = told."transferId" JOIN statements s ON s.id = t.statement_id
  JOIN runs r ON r.id = s.run_id JOIN conventions c ON c.id = r.convention_id ORDER BY told.rank`

/** On the timeline of the statement that the transfer pays. */
async function recordMoves(trx: Trx, moved: readonly WrittenMove[], actorId: number) {
  await rows(
    `INSERT INTO events (actor_id, verb, subject_type, subject_id, after)
     SELECT ?, 'statement.transfer_' || m.state, 'statement', m."statementId",
       jsonb_strip_nulls(jsonb_build_object('endToEndId', m."endToEndId", 'on', m."on",
         'reason', coalesce(m."reasonText", m."reasonCode")))
     FROM jsonb_to_recordset(?::jsonb) AS m (state text, "statementId" bigint, "endToEndId" text, "on" date,
       "reasonCode" text, "reasonText" text)`,
    [actorId, JSON.stringify(moved)],
    trx
  )
}
