import type { PayableAccount } from '#app/network/bank_accounts/payable_account'
import { chainHead } from '#app/ledger/chain_head'
import { issuePostings } from '#app/ledger/issue_postings'
import { postEntry } from '#app/ledger/post_entry'
import { insertStatement } from '#app/statements/issue/insert_statement'
import type { IssueContext } from '#app/statements/issue/issue_context'
import { statementContent } from '#app/statements/content/statement_content'
import type { StatementDraft } from '#app/statements/issue/statement_drafts'
import { statementLetter } from '#app/shared/mail/letters/statement_issued'
import { notify } from '#app/shared/mail/notify'
import { sumCents, type Cents } from '#app/shared/cents'
import { refuse, type Refused } from '#app/shared/result'
import { row, rows } from '#app/shared/rows'
import { lock, transaction, type Trx } from '#app/shared/transaction'

export interface IssuedStatement {
  statementId: number
  /** False when the statement was there already. */
  created: boolean
}

/** Numbers, freezes and posts one association's statement, in one transaction; done twice, it changes nothing. */
export async function issueStatement(
  context: IssueContext,
  draft: StatementDraft,
  actorId: number
): Promise<IssuedStatement | Refused> {
  const total = sumCents(draft.parts.amounts)
  const account = accountOf(draft, total)
  if (account !== null && 'refused' in account) return account

  return transaction<IssuedStatement>(async (trx) => {
    await lock(trx, `statement ${context.run.id} ${draft.association.id}`)
    const before = await existing(trx, context, draft)
    if (before !== null) return { statementId: before, created: false }

    const { id, number } = await insertStatement(trx, context, draft, { total, account })
    const head = await post(trx, context, draft, { id, number, total })
    const data = statementContent(context, draft, { number, total, account, chainHead: head })
    await record(trx, { id, number, total, account, data: JSON.stringify(data), actorId, context })
    if (draft.parts.settlesCorrections) await settleCorrections(trx, context, draft)
    await tell(trx, context, draft, { id, number, actorId })
    return { statementId: id, created: true }
  })
}

/** Nobody is paid without an account; nobody needs one to be paid nothing. */
function accountOf(
  { association, payability }: StatementDraft,
  total: Cents
): PayableAccount | Refused | null {
  if (total <= 0) return null
  if ('account' in payability) return payability.account
  return {
    refused: payability.reasons.map(
      ({ code, message, remedy }) =>
        refuse(code, `${association.code} ${association.name} : ${message}`, remedy).refused[0]!
    ),
  }
}

async function existing(
  trx: Trx,
  { run }: IssueContext,
  { association }: StatementDraft
): Promise<number | null> {
  const found = await row<{ id: number }>(
    'SELECT id FROM statements WHERE run_id = ? AND association_id = ?',
    [run.id, association.id],
    trx
  )
  return found?.id ?? null
}

/** Posts the statement's entry, without what is carried forward; gives the chain's head, which the statement prints. */
async function post(
  trx: Trx,
  { mapping, issuedOn, convention }: IssueContext,
  { association, parts }: StatementDraft,
  { id, number, total }: { id: number; number: string; total: Cents }
): Promise<Buffer> {
  const postings = issuePostings(total - (parts.carriedForward?.amount ?? 0), mapping, association)
  if (postings === null) {
    await lock(trx, 'ledger')
    return (await chainHead(trx)).hash
  }
  const entry = await postEntry(trx, {
    kind: 'statement_issue',
    statementId: id,
    journalCode: mapping.journalCode,
    journalLabel: mapping.journalLabel,
    entryDate: issuedOn,
    pieceRef: number,
    pieceDate: issuedOn,
    label: `Règlement ${convention.code} ${association.code}`,
    postings,
  })
  return entry.hash
}

/** One round trip: the content, the event, and the account that from now on is a used one. */
async function record(
  trx: Trx,
  statement: {
    id: number
    number: string
    total: Cents
    account: PayableAccount | null
    data: string
    actorId: number
    context: IssueContext
  }
): Promise<void> {
  const { id, number, total, account, data, actorId, context } = statement
  await rows(
    `WITH used AS (
       UPDATE bank_accounts SET first_used_at = ? WHERE id = ? AND first_used_at IS NULL),
     noted AS (
       INSERT INTO events (actor_id, verb, subject_type, subject_id, after)
       VALUES (?, 'statement.issued', 'statement', ?, ?))
     INSERT INTO statement_contents (statement_id, data) VALUES (?, ?)`,
    [
      context.issuedAt,
      account?.id ?? null,
      actorId,
      id,
      JSON.stringify({ number, totalCents: total }),
      id,
      data,
    ],
    trx
  )
}

/** Tells the association: a statement that was numbered is told of once, by the transaction that numbers it. */
async function tell(
  trx: Trx,
  { convention, issuedOn }: IssueContext,
  { association }: StatementDraft,
  { id, number, actorId }: { id: number; number: string; actorId: number }
): Promise<void> {
  const letter = statementLetter({ id, number, conventionTitle: convention.title, issuedOn })
  const notice = { associationId: association.id, cause: `statement:${number}`, letter }
  await notify(trx, [{ kind: 'statement', ...notice }], actorId)
}

async function settleCorrections(
  trx: Trx,
  { run }: IssueContext,
  { association }: StatementDraft
): Promise<void> {
  await trx.rawQuery(
    `UPDATE proposed_corrections SET state = 'settled' WHERE id IN (
       SELECT proposed_correction_id FROM settlement_lines
       WHERE run_id = ? AND association_id = ? AND proposed_correction_id IS NOT NULL)`,
    [run.id, association.id]
  )
}
