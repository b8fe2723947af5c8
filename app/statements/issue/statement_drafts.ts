import { payableAccounts, type Payability } from '#app/network/bank_accounts/payable_account'
import type { IssueContext, IssuedAssociation } from '#app/statements/issue/issue_context'
import { loadStatementParts, type StatementParts } from '#app/statements/content/statement_parts'
import { rows } from '#app/shared/rows'

/** What an association's statement will say, before it has a number. */
export interface StatementDraft {
  association: IssuedAssociation
  parts: StatementParts
  payability: Payability
}

/** Read together: few queries, and few enough lines to hold in memory whatever the size of the run. */
const BATCH = 16

/** The statements of a run that are still to issue, in the order of their associations. */
export async function* statementDrafts(context: IssueContext): AsyncGenerator<StatementDraft> {
  const issued = await issuedAssociations(context.run.id)
  const waiting = context.associations.filter(({ id }) => !issued.has(id))
  for (let start = 0; start < waiting.length; start += BATCH) {
    const batch = waiting.slice(start, start + BATCH)
    const ids = batch.map(({ id }) => id)
    const parts = await loadStatementParts(context, ids)
    const accounts = await payableAccounts(ids, context.issuedAt)
    for (const association of batch) {
      yield {
        association,
        parts: parts.get(association.id)!,
        payability: accounts.get(association.id)!,
      }
    }
  }
}

async function issuedAssociations(runId: number): Promise<Set<number>> {
  const found = await rows<{ id: number }>(
    'SELECT association_id AS id FROM statements WHERE run_id = ?',
    [runId]
  )
  return new Set(found.map(({ id }) => id))
}
