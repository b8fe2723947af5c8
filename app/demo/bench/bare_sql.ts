import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { from as copyFrom } from 'pg-copy-streams'
import type { ConventionTerms } from '#app/conventions/convention_terms'
import type { PlainFiles } from '#app/demo/bench/bench_files'
import { barePriceSql, RETAINED_ONLY } from '#app/demo/bench/bare_price_sql'
import type { Cost, Measure } from '#app/demo/bench/measure'
import { sumCents, type Cents } from '#app/shared/cents'
import { connectionOf } from '#app/shared/copy'
import { rows } from '#app/shared/rows'
import { transaction, type Trx } from '#app/shared/transaction'

export interface BareSql {
  cost: Cost
  /** All pairs with the same reference, whatever the product says of them. */
  totalCents: Cents
  /** Those that the product retained: to be compared with its own total. */
  retainedCents: Cents
}

/** What the same files cost in plain SQL: COPY as text, then one statement. */
export async function bareSql(
  files: PlainFiles,
  terms: ConventionTerms,
  measure: Measure
): Promise<BareSql> {
  const { value, cost } = await measure(() =>
    transaction<{ cents: Cents }>(async (trx) => {
      await trx.rawQuery(`SET LOCAL work_mem = '256MB'`)
      await copyFile(trx, 'bare_saisines', files.saisines)
      await copyFile(trx, 'bare_fiches', files.fiches)
      return { cents: await total(barePriceSql(terms), trx) }
    })
  )
  const { cents } = value as { cents: Cents }
  const retainedCents = await total(barePriceSql(terms, RETAINED_ONLY))
  await rows('DROP TABLE bare_saisines, bare_fiches')
  return { cost, totalCents: cents, retainedCents }
}

/** A column of text for each title, and the file as it is. */
async function copyFile(trx: Trx, table: string, path: string): Promise<void> {
  const columns = (await titles(path)).map((title) => `"${title}" text`)
  await trx.rawQuery(`CREATE TABLE ${table} (${columns.join(', ')})`)
  const connection = await connectionOf(trx)
  const copy = copyFrom(`COPY ${table} FROM STDIN (FORMAT csv, DELIMITER ';', HEADER)`)
  await pipeline(createReadStream(path), connection.query(copy))
}

async function titles(path: string): Promise<string[]> {
  const file = await open(path)
  try {
    for await (const line of file.readLines()) return line.replace('\ufeff', '').split(';')
  } finally {
    await file.close()
  }
  return []
}

async function total(sql: string, trx?: Trx): Promise<Cents> {
  const found = await rows<{ cents: Cents }>(sql, [], trx)
  return sumCents(found.map(({ cents }) => cents))
}
