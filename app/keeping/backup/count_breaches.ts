import { checkLedger } from '#app/ledger/checks/check_ledger'
import type { Breaches } from '#app/keeping/backup/manifest'
import type { Trx } from '#app/shared/transaction'

/** What `ledger:check` has against the books, by invariant. */
export async function countBreaches(trx: Trx): Promise<Breaches> {
  const checks = await checkLedger(trx)
  return Object.fromEntries(
    checks.filter(({ breaches }) => breaches > 0).map(({ code, breaches }) => [code, breaches])
  )
}
