import { createHash } from 'node:crypto'
import drive from '@adonisjs/drive/services/main'
import type { DocumentPool } from '#app/statements/drawing/document_pool'
import type { IssueContext } from '#app/statements/issue/issue_context'
import { loadRunData } from '#app/statements/content/run_data'
import { row } from '#app/shared/rows'
import { lock, transaction } from '#app/shared/transaction'

export type DocumentKind = 'statement_pdf' | 'statement_xlsx' | 'run_xlsx' | 'debit_note_pdf'

export interface ArchiveDraft {
  runId: number
  statementId: number | null
  kind: DocumentKind
  key: string
  bytes: Uint8Array
}

/** Draws the two documents of a statement from what was recorded when it was issued, and archives them. */
export async function archiveStatement(
  { run }: IssueContext,
  pool: DocumentPool,
  statementId: number
): Promise<void> {
  const content = await row<{ number: string; data: string }>(
    `SELECT s.number, c.data FROM statement_contents c JOIN statements s ON s.id = c.statement_id
     WHERE c.statement_id = ?`,
    [statementId]
  )
  const { number, data } = content!
  const { pdf, workbook } = await pool.render(data)
  const folder = `campagnes/${run.code}`
  await archive([
    {
      runId: run.id,
      statementId,
      kind: 'statement_pdf',
      key: `${folder}/${number}.pdf`,
      bytes: pdf,
    },
    {
      runId: run.id,
      statementId,
      kind: 'statement_xlsx',
      key: `${folder}/${number}.xlsx`,
      bytes: workbook,
    },
  ])
}

export async function archiveRunWorkbook(context: IssueContext, pool: DocumentPool): Promise<void> {
  const { run } = context
  const bytes = await pool.renderRun(await loadRunData(context))
  await archive([
    {
      runId: run.id,
      statementId: null,
      kind: 'run_xlsx',
      key: `campagnes/${run.code}/${run.code}.xlsx`,
      bytes,
    },
  ])
}

/**
 * Files first, then their rows, in one transaction that keeps other processes out: a row always has its file, and a
 * file that has its row is never written again.
 */
export async function archive(drafts: readonly ArchiveDraft[]): Promise<void> {
  await transaction(async (trx) => {
    await lock(trx, `archive ${drafts[0]!.key}`)
    const before = await row('SELECT 1 FROM documents WHERE file_key = ?', [drafts[0]!.key], trx)
    if (before) return {}
    for (const { key, bytes } of drafts) await drive.use().put(key, bytes)
    await trx.table('documents').multiInsert(
      drafts.map(({ runId, statementId, kind, key, bytes }) => ({
        run_id: runId,
        statement_id: statementId,
        kind,
        file_key: key,
        sha256: createHash('sha256').update(bytes).digest(),
        size_bytes: bytes.length,
      }))
    )
    return {}
  })
}
