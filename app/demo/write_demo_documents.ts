import { join } from 'node:path'
import db from '@adonisjs/lucid/services/db'
import { granted } from '#app/demo/granted'
import { runFolder, type PlayedQuarter } from '#app/demo/play_quarter'
import { checkLedger } from '#app/ledger/checks/check_ledger'
import { SEPARATORS } from '#app/ledger/export/export_columns'
import { exportLedger } from '#app/ledger/export/export_ledger'
import { orderFile } from '#app/payments/orders/order_file'
import { copyDocuments } from '#app/statements/archive/copy_documents'
import { writeFileAtomic } from '#app/shared/write_file_atomic'

export interface DemoDocuments {
  /** Statements and workbooks copied. */
  files: number
  bankFile: string
  entriesFile: string
  invariants: number
  breaches: number
}

/** Copies what the quarter produced to a folder that a person opens, and has the books checked. */
export async function writeDemoDocuments(
  played: PlayedQuarter,
  out: string
): Promise<DemoDocuments> {
  let files = 0
  for (const one of played.runs) {
    files += granted(await copyDocuments(one.run.id, runFolder(out, one))).files
  }
  const bankFile = join(out, `${played.order.messageId}.xml`)
  await writeFileAtomic(bankFile, granted(await orderFile(played.order.id)).bytes)
  const entriesFile = join(out, 'ecritures.txt')
  granted(
    await db.transaction((trx) =>
      exportLedger(trx, { file: entriesFile, separator: SEPARATORS.tab, span: {} })
    )
  )
  const checks = await db.transaction(checkLedger, { isolationLevel: 'repeatable read' })
  return {
    files,
    bankFile,
    entriesFile,
    invariants: checks.length,
    breaches: checks.filter(({ breaches }) => breaches > 0).length,
  }
}
