import { DEPARTMENTS } from '#app/shared/departments'
import { rows } from '#app/shared/rows'
import type { Trx } from '#app/shared/transaction'

/** Records the departments that associations and saisines refer to; those already there stay. */
export async function installDepartments(trx: Trx): Promise<void> {
  await rows(
    `INSERT INTO departments (code, name) SELECT * FROM unnest(?::text[], ?::text[])
     ON CONFLICT (code) DO NOTHING`,
    [[...DEPARTMENTS.keys()], [...DEPARTMENTS.values()]],
    trx
  )
}
