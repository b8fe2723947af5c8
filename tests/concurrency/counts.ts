import db from '@adonisjs/lucid/services/db'
import { checkLedger } from '#app/ledger/checks/check_ledger'
import { row } from '#app/shared/rows'

export async function count(table: string, condition = 'true'): Promise<number> {
  const found = await row<{ n: number }>(`SELECT count(*) AS n FROM ${table} WHERE ${condition}`)
  return found!.n
}

/** What `ledger:check` has to say against the books. */
export async function breaches(): Promise<string[]> {
  const checks = await db.transaction(checkLedger, { isolationLevel: 'repeatable read' })
  return checks.flatMap(({ examples }) => examples)
}
