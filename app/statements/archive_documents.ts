import { createHash } from 'node:crypto'
import drive from '@adonisjs/drive/services/main'
import type { DocumentPool } from '#app/statements/document_pool'
import type { IssueContext } from '#app/statements/issue_context'
import { loadRunData } from '#app/statements/run_data'
import type { StatementData } from '#app/statements/statement_data'
import { row, rows } from '#app/shared/rows'

type Kind = 'statement_pdf' | 'statement_xlsx' | 'run_xlsx'

interface Draft {
  runId: number
  statementId: number | null
  kind: Kind
  key: string
  bytes: Uint8Array
}

/** Draws the two documents of a statement from what was recorded when it was issued, and archives them. */
export async function archiveStatement(
  { run }: IssueContext,
  pool: DocumentPool,
  statementId: number
): Promise<void> {
  const content = await row<{ data: string }>(
    'SELECT data FROM statement_contents WHERE statement_id = ?',
    [statementId]
  )
  const data = JSON.parse(content!.data) as StatementData
  const { pdf, workbook } = await pool.render(data)
  const folder = `campagnes/${run.code}`
  await archive([
    {
      runId: run.id,
      statementId,
      kind: 'statement_pdf',
      key: `${folder}/${data.number}.pdf`,
      bytes: pdf,
    },
    {
      runId: run.id,
      statementId,
      kind: 'statement_xlsx',
      key: `${folder}/${data.number}.xlsx`,
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
 * Files first, then their rows: a row always has its file. The same document drawn by two processes has the same
 * bytes under the same key, and the second row is not written.
 */
async function archive(drafts: readonly Draft[]): Promise<void> {
  await Promise.all(drafts.map(({ key, bytes }) => drive.use().put(key, bytes)))
  const values = drafts.map(() => '(?, ?, ?, ?, ?, ?)').join(', ')
  await rows(
    `INSERT INTO documents (run_id, statement_id, kind, file_key, sha256, size_bytes) VALUES ${values}
     ON CONFLICT (file_key) DO NOTHING`,
    drafts.flatMap(({ runId, statementId, kind, key, bytes }) => [
      runId,
      statementId,
      kind,
      key,
      createHash('sha256').update(bytes).digest(),
      bytes.length,
    ])
  )
}
