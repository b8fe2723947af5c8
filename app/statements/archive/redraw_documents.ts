import drive from '@adonisjs/drive/services/main'
import { drawDebitNote } from '#app/statements/debit_notes/archive_debit_note'
import { damagedDocuments, type ArchivedDocument } from '#app/statements/archive/damaged_documents'
import { createDocumentPool, type DocumentPool } from '#app/statements/drawing/document_pool'
import { loadIssueContext } from '#app/statements/issue/issue_context'
import { loadRunData } from '#app/statements/content/run_data'
import type { RunData, StatementData } from '#app/statements/content/statement_data'
import Run from '#app/settlement/run'
import { hasHash } from '#app/shared/archived_file'
import { recordEvent } from '#app/shared/record_event'
import { refuse, type Reason, type Refused } from '#app/shared/result'
import { row } from '#app/shared/rows'
import { lock, transaction } from '#app/shared/transaction'

export interface Redrawing {
  /** Keys of the files that are whole again. */
  redrawn: string[]
  /** Documents that needed nothing. */
  intact: number
  /** Documents that could not be drawn as they were archived: their files are left as they are. */
  different: Reason[]
}

/**
 * Draws again the archived documents that are lost or torn, of one statement or of all, from what was recorded
 * when they were issued. A file is written only when it is, byte for byte, the one that was archived; the rows are
 * never touched, and a file that is whole is left alone.
 */
export async function redrawDocuments(
  number: string | 'all missing',
  actorId: number
): Promise<Redrawing | Refused> {
  const statement = number === 'all missing' ? { id: null } : await statementOf(number)
  if ('refused' in statement) return statement
  const { damaged, intact } = await damagedDocuments(statement.id)
  const redrawing: Redrawing = { redrawn: [], intact, different: [] }
  const pool = createDocumentPool()
  try {
    // One after the other: a power cut tears few files, and each is written under its lock.
    for (const document of damaged) await redraw(document, pool, actorId, redrawing)
  } finally {
    await pool.close()
  }
  return redrawing
}

async function statementOf(number: string): Promise<{ id: number } | Refused> {
  const found = await row<{ id: number; archived: boolean }>(
    `SELECT id, EXISTS (SELECT 1 FROM documents WHERE statement_id = s.id) AS archived
     FROM statements s WHERE number = ?`,
    [number]
  )
  if (!found) return refuse('RELEVE_INCONNU', `Il n’y a pas de relevé ${number}.`)
  if (found.archived) return found
  return refuse(
    'AUCUN_DOCUMENT',
    `Le relevé ${number} n’a pas encore de document.`,
    'Terminez d’abord l’émission de sa campagne : ./ace runs:issue.'
  )
}

async function redraw(
  document: ArchivedDocument,
  pool: DocumentPool,
  actorId: number,
  redrawing: Redrawing
): Promise<void> {
  const { key, sha256, runId, statementId } = document
  const bytes = await drawn(document, pool)
  if (!hasHash(bytes, sha256)) {
    redrawing.different.push({
      code: 'DOCUMENT_DIFFERENT',
      message: `Le document ${key} ne se redessine pas tel qu’il a été archivé\u00a0: rien n’est écrit.`,
      remedy: 'Restaurez-le depuis une sauvegarde.',
    })
    return
  }
  await transaction(async (trx) => {
    await lock(trx, `archive ${key}`)
    await drive.use().put(key, bytes)
    await recordEvent(trx, actorId, {
      verb: 'document.redrawn',
      subject: statementId === null ? ['run', runId] : ['statement', statementId],
      after: { file: key },
    })
    return {}
  })
  redrawing.redrawn.push(key)
}

async function drawn(
  { kind, runId, statementId }: ArchivedDocument,
  pool: DocumentPool
): Promise<Uint8Array> {
  if (statementId === null) return pool.renderRun(await runData(runId))
  if (kind === 'debit_note_pdf') return drawDebitNote(statementId)
  const content = await row<{ data: string }>(
    'SELECT data FROM statement_contents WHERE statement_id = ?',
    [statementId]
  )
  const { pdf, workbook } = await pool.render(JSON.parse(content!.data) as StatementData)
  return kind === 'statement_pdf' ? pdf : workbook
}

/** The workbook's data with the head that its statements print: settings may have changed since. */
async function runData(runId: number): Promise<RunData> {
  const context = await loadIssueContext(await Run.findOrFail(runId))
  const content = await row<{ data: string }>(
    `SELECT data FROM statement_contents JOIN statements s ON s.id = statement_id
     WHERE s.run_id = ? ORDER BY s.sequence LIMIT 1`,
    [runId]
  )
  if (!content) return loadRunData(context)
  const { federation, convention, fictitious } = JSON.parse(content.data) as StatementData
  return loadRunData({ ...context, federation, convention, fictitious })
}
