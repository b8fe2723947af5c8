import { payableAccounts, type PayableAccount } from '#app/network/payable_account'
import { chainHead } from '#app/ledger/chain_head'
import { issuePostings } from '#app/ledger/issue_postings'
import { postEntry } from '#app/ledger/post_entry'
import type { IssueContext, IssuedAssociation } from '#app/statements/issue_context'
import { nextStatementNumber } from '#app/statements/next_statement_number'
import type { StatementData } from '#app/statements/statement_data'
import { loadStatementParts, type StatementParts } from '#app/statements/statement_parts'
import { sumCents, type Cents } from '#app/shared/cents'
import { maskIban } from '#app/shared/french_format'
import { recordEvent } from '#app/shared/record_event'
import { isRefused, refuse, type Refused } from '#app/shared/result'
import { row } from '#app/shared/rows'
import { lock, transaction, type Trx } from '#app/shared/transaction'

export interface IssuedStatement {
  statementId: number
  /** False when the statement was there already. */
  created: boolean
}

/** Numbers, freezes and posts one association's statement, in one transaction; done twice, it changes nothing. */
export async function issueStatement(
  context: IssueContext,
  association: IssuedAssociation,
  actorId: number
): Promise<IssuedStatement | Refused> {
  return transaction<IssuedStatement>(async (trx) => {
    await lock(trx, `statement ${context.run.id} ${association.id}`)
    const before = await existing(trx, context, association)
    if (before !== null) return { statementId: before, created: false }

    const parts = await loadStatementParts(trx, context, association.id)
    const total = sumCents(parts.amounts)
    const account = total > 0 ? await accountOf(trx, context, association) : null
    if (account !== null && isRefused(account)) return account

    const statement = await insert(trx, context, association, {
      total,
      account,
      lines: parts.amounts.length,
    })
    const head = await post(
      trx,
      context,
      association,
      statement,
      total - (parts.carriedForward?.amount ?? 0)
    )
    const data = content(context, association, parts, {
      number: statement.number,
      total,
      account,
      chainHead: head,
    })
    await trx
      .table('statement_contents')
      .insert({ statement_id: statement.id, data: JSON.stringify(data) })
    await settleCorrections(trx, context.run.id, association.id)
    if (account) await markUsed(trx, account.id, context.issuedAt)
    await recordEvent(trx, actorId, {
      verb: 'statement.issued',
      subject: ['statement', statement.id],
      after: { number: statement.number, totalCents: total },
    })
    return { statementId: statement.id, created: true }
  })
}

async function existing(
  trx: Trx,
  { run }: IssueContext,
  { id }: IssuedAssociation
): Promise<number | null> {
  const found = await row<{ id: number }>(
    'SELECT id FROM statements WHERE run_id = ? AND association_id = ?',
    [run.id, id],
    trx
  )
  return found?.id ?? null
}

async function accountOf(
  trx: Trx,
  { issuedAt }: IssueContext,
  { id, code, name }: IssuedAssociation
): Promise<PayableAccount | Refused> {
  const payable = (await payableAccounts([id], issuedAt, trx)).get(id)!
  if ('account' in payable) return payable.account
  return {
    refused: payable.reasons.map(
      (reason) =>
        refuse(reason.code, `${code} ${name} : ${reason.message}`, reason.remedy).refused[0]!
    ),
  }
}

async function insert(
  trx: Trx,
  { run, issuedAt, issuedOn }: IssueContext,
  association: IssuedAssociation,
  { total, account, lines }: { total: Cents; account: PayableAccount | null; lines: number }
): Promise<{ id: number; number: string }> {
  const { year, sequence, number } = await nextStatementNumber(trx, issuedOn)
  const [created] = await trx
    .table('statements')
    .insert({
      run_id: run.id,
      association_id: association.id,
      number,
      year,
      sequence,
      bank_account_id: account?.id ?? null,
      line_count: lines,
      total_cents: total,
      payable_cents: Math.max(total, 0),
      carried_cents: Math.min(total, 0),
      issued_at: issuedAt,
    })
    .returning('id')
  return { id: created.id as number, number }
}

/** Posts the statement's entry; gives the head of the chain, which the statement prints. */
async function post(
  trx: Trx,
  { mapping, issuedOn, convention }: IssueContext,
  association: IssuedAssociation,
  statement: { id: number; number: string },
  amount: Cents
): Promise<Buffer> {
  const postings = issuePostings(amount, mapping, association)
  if (postings === null) {
    await lock(trx, 'ledger')
    return (await chainHead(trx)).hash
  }
  const entry = await postEntry(trx, {
    kind: 'statement_issue',
    statementId: statement.id,
    journalCode: mapping.journalCode,
    journalLabel: mapping.journalLabel,
    entryDate: issuedOn,
    pieceRef: statement.number,
    pieceDate: issuedOn,
    label: `Règlement ${convention.code} ${association.code}`,
    postings,
  })
  return entry.hash
}

function content(
  context: IssueContext,
  { code, name, siret, address }: IssuedAssociation,
  { lines, corrections, carriedForward, rejected }: StatementParts,
  issued: { number: string; total: Cents; account: PayableAccount | null; chainHead: Buffer }
): StatementData {
  const { run, issuedAt, issuedOn, fictitious, federation, convention } = context
  const { number, total, account } = issued
  return {
    number,
    issuedOn,
    issuedAt: issuedAt.toISOString(),
    fictitious,
    federation,
    association: { code, name, siret, address },
    account: account && {
      maskedIban: maskIban(account.ibanCountry, account.ibanLast4),
      holder: account.holder,
    },
    convention,
    run: { code: run.code, until: run.until },
    lines,
    corrections,
    carriedForward,
    rejected,
    total,
    payable: Math.max(total, 0),
    carried: Math.min(total, 0),
    chainHead: issued.chainHead.toString('hex'),
  }
}

async function settleCorrections(trx: Trx, runId: number, associationId: number): Promise<void> {
  await trx.rawQuery(
    `UPDATE proposed_corrections SET state = 'settled' WHERE id IN (
       SELECT proposed_correction_id FROM settlement_lines
       WHERE run_id = ? AND association_id = ? AND proposed_correction_id IS NOT NULL)`,
    [runId, associationId]
  )
}

async function markUsed(trx: Trx, accountId: number, at: Date): Promise<void> {
  await trx
    .from('bank_accounts')
    .where('id', accountId)
    .whereNull('first_used_at')
    .update({ first_used_at: at })
}
