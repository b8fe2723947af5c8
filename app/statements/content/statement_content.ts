import type { PayableAccount } from '#app/network/bank_accounts/payable_account'
import type { IssueContext } from '#app/statements/issue/issue_context'
import type { StatementData } from '#app/statements/content/statement_data'
import type { StatementDraft } from '#app/statements/issue/statement_drafts'
import type { Cents } from '#app/shared/cents'
import { maskIban } from '#app/shared/french_format'

export interface IssuedFacts {
  number: string
  total: Cents
  account: PayableAccount | null
  /** Head of the journal's chain, 32 bytes. */
  chainHead: Buffer
}

/** All that a statement prints, from what was read, and what its issue decided. */
export function statementContent(
  context: IssueContext,
  { association, parts }: StatementDraft,
  { number, total, account, chainHead }: IssuedFacts
): StatementData {
  const { run, issuedAt, issuedOn, fictitious, federation, convention } = context
  const { code, name, siret, address } = association
  const { lines, corrections, carriedForward, shares, rejected } = parts
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
    ...(shares.length > 0 && { shares }),
    rejected,
    total,
    payable: Math.max(total, 0),
    carried: Math.min(total, 0),
    chainHead: chainHead.toString('hex'),
  }
}
