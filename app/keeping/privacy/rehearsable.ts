import { isRefused, refuse, type Refused } from '#app/shared/result'
import { transaction, type Trx } from '#app/shared/transaction'

/** Does the work in one transaction; a dry run undoes it, and gives what it would have given. */
export async function rehearsable<T extends object>(
  dryRun: boolean,
  work: (trx: Trx) => Promise<T | Refused>
): Promise<T | Refused> {
  let told: T | Refused | undefined
  const done = await transaction<T>(async (trx) => {
    told = await work(trx)
    return dryRun && !isRefused(told) ? refuse('ESSAI', 'Essai à blanc.') : told
  })
  return told ?? done
}
