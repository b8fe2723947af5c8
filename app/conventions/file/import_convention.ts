import type User from '#app/accounts/user'
import { addToConvention } from '#app/conventions/additions/add_to_convention'
import Convention from '#app/conventions/convention'
import { readConventionFile, type ConventionFile } from '#app/conventions/file/convention_file'
import { conventionDifferences } from '#app/conventions/file/convention_differences'
import { conventionFacts } from '#app/conventions/convention_facts'
import { funderAccountProblem } from '#app/conventions/file/funder_account_problem'
import { periodProblems } from '#app/conventions/file/period_problems'
import { recordEvent } from '#app/shared/record_event'
import { isRefused, type Reason, type Refused } from '#app/shared/result'
import { row } from '#app/shared/rows'
import { lock, transaction, type Trx } from '#app/shared/transaction'

export interface ImportedConvention {
  conventionId: number
  code: string
  created: boolean
  /** What the file brought, by kind: 'feeSchedules', 'envelopes'… Empty when it changed nothing. */
  added: Record<string, number>
}

/**
 * Records a convention from its whole statement in JSON. A convention that exists only grows: amendments,
 * barèmes, envelopes and receipts are added; any other difference is refused, and the same file changes nothing.
 */
export async function importConvention(
  actor: Pick<User, 'id'>,
  json: unknown,
  at: Date = new Date()
): Promise<ImportedConvention | Refused> {
  const read = await readConventionFile(json)
  if (isRefused(read)) return read
  const { file } = read
  const problems = [...periodProblems(file), ...accountProblems(file)]
  if (problems.length > 0) return { refused: problems }

  return transaction<ImportedConvention>(async (trx) => {
    await lock(trx, 'conventions')
    const known = await Convention.findBy('code', file.code, { client: trx })
    const refused = known ? await conventionDifferences(trx, known, file) : []
    if (refused.length > 0) return { refused }
    const convention = known ?? (await createConvention(trx, file, actor.id))
    const added = await addToConvention(trx, convention, file, { actorId: actor.id, at })
    return { conventionId: convention.id, code: file.code, created: known === null, added }
  })
}

function accountProblems({ accountMapping, funderAccount }: ConventionFile): Reason[] {
  const problem = funderAccount && funderAccountProblem(accountMapping, funderAccount.account)
  return problem ? [{ ...problem, message: `funderAccount\u00a0: ${problem.message}` }] : []
}

async function createConvention(trx: Trx, file: ConventionFile, actorId: number) {
  const facts = { code: file.code, state: file.state, ...conventionFacts(file) }
  const funderId = await funderOf(trx, file.funder)
  const convention = await Convention.create({ funderId, ...facts }, { client: trx })
  await recordEvent(trx, actorId, {
    verb: 'convention.created',
    subject: ['convention', convention.id],
    after: { funder: file.funder, ...facts },
  })
  return convention
}

async function funderOf(trx: Trx, { code, name }: ConventionFile['funder']): Promise<number> {
  const funder = await row<{ id: number }>(
    `INSERT INTO funders (code, name) VALUES (?, ?)
     ON CONFLICT (code) DO UPDATE SET name = funders.name RETURNING id`,
    [code, name],
    trx
  )
  return funder!.id
}
