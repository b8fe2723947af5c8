import type { Invariant, Verdict } from '#app/ledger/invariants/invariant'
import { AMOUNTS } from '#app/ledger/invariants/amounts'
import { ARCHIVE } from '#app/ledger/invariants/archive'
import { AUTHORITY } from '#app/ledger/invariants/authority'
import { BANK_ANSWERS } from '#app/ledger/invariants/bank_answers'
import { BOOKS } from '#app/ledger/invariants/books'
import { CORRECTIONS } from '#app/ledger/invariants/corrections'
import { JOURNAL } from '#app/ledger/invariants/journal'
import { ORDER_FILES } from '#app/ledger/invariants/order_files'
import { PRICING } from '#app/ledger/invariants/pricing'
import { PROTECTIONS } from '#app/ledger/invariants/protections'
import { DESTRUCTIONS, PURGES } from '#app/ledger/invariants/purges'
import { RUN_SUMS } from '#app/ledger/invariants/run_sums'
import { STATEMENTS } from '#app/ledger/invariants/statements'
import { TRANSFERS } from '#app/ledger/invariants/transfers'
import { WHOLE_CHAIN } from '#app/ledger/invariants/whole_chain'
import type { Trx } from '#app/shared/transaction'

/** In the order of the report: from one amount to what went to the bank. */
export const INVARIANTS: readonly Invariant[] = [
  ...AMOUNTS,
  ...PRICING,
  ...CORRECTIONS,
  ...RUN_SUMS,
  ...STATEMENTS,
  ...AUTHORITY,
  ...JOURNAL,
  WHOLE_CHAIN,
  ...BOOKS,
  ...TRANSFERS,
  ...BANK_ANSWERS,
  ...ARCHIVE,
  ORDER_FILES,
  PURGES,
  DESTRUCTIONS,
  PROTECTIONS,
]

export interface CheckedInvariant extends Verdict {
  code: string
  label: string
}

/** Examines every invariant, all of them even after a breach: a second one tells more than the first alone. */
export async function checkLedger(trx: Trx): Promise<CheckedInvariant[]> {
  const checks: CheckedInvariant[] = []
  for (const { code, label, examine } of INVARIANTS) {
    checks.push({ code, label, ...(await examine(trx)) })
  }
  return checks
}
