import { archiveRunWorkbook, archiveStatement } from '#app/statements/archive/archive_documents'
import { beginIssue } from '#app/statements/issue/begin_issue'
import { createDocumentPool, type DocumentPool } from '#app/statements/drawing/document_pool'
import { finishIssue } from '#app/statements/issue/finish_issue'
import { loadIssueContext, type IssueContext } from '#app/statements/issue/issue_context'
import { issueStatement } from '#app/statements/issue/issue_statement'
import { statementDrafts } from '#app/statements/issue/statement_drafts'
import { unarchivedStatements } from '#app/statements/archive/unarchived_statements'
import type Run from '#app/settlement/run'
import { isRefused, type Reason, type Refused } from '#app/shared/result'

export interface IssueOptions {
  runId: number
  actorId: number
  at?: Date
  progress?: (done: number, total: number) => void
  /** Threads to draw with; when not given, started for this run and stopped with it. */
  pool?: DocumentPool
}

export interface Issue {
  run: Run
  statements: number
  /** Associations whose statement could not be issued, with the reasons; the run stays open for them. */
  waiting: Reason[]
}

/**
 * Issues an approved run: one transaction an association numbers its statement, freezes its lines and posts its
 * entry; then its documents are made from what was recorded, and archived. Killed at any instant and started
 * again, it takes up where it was and ends with the same documents.
 */
export async function issueRun(options: IssueOptions): Promise<Issue | Refused> {
  const run = await beginIssue(options.runId, options.actorId, options.at ?? new Date())
  if (isRefused(run)) return run
  const context = await loadIssueContext(run)
  const pool = options.pool ?? createDocumentPool()
  try {
    const waiting = await issueStatements(context, pool, options)
    if (waiting.length > 0)
      return { run, statements: context.associations.length - waiting.length, waiting }
    return {
      run: await finishIssue(run.id, options.actorId),
      statements: context.associations.length,
      waiting,
    }
  } finally {
    if (!options.pool) await pool.close()
  }
}

/** Numbers statements one after the other while the workers of the pool draw those already numbered. */
async function issueStatements(
  context: IssueContext,
  pool: DocumentPool,
  { actorId, progress }: IssueOptions
): Promise<Reason[]> {
  const waiting: Reason[] = []
  const drawing: Promise<void>[] = []
  let done = 0
  const draw = (statementId: number) => {
    const drawn = archiveStatement(context, pool, statementId).then(() =>
      progress?.(++done, context.associations.length)
    )
    // A failure is thrown once all are numbered: until then it must not end the process.
    drawn.catch(() => {})
    drawing.push(drawn)
  }

  try {
    for (const statementId of await unarchivedStatements(context.run.id)) draw(statementId)
    for await (const draft of statementDrafts(context)) {
      const issued = await issueStatement(context, draft, actorId)
      if (isRefused(issued)) waiting.push(...issued.refused)
      else if (issued.created) draw(issued.statementId)
    }
    if (waiting.length === 0) drawing.push(archiveRunWorkbook(context, pool))
  } finally {
    // Nothing of this issue goes on once its caller hears how it ended.
    await Promise.allSettled(drawing)
  }
  await Promise.all(drawing)
  if (waiting.length > 0) return waiting
  // Another process may have numbered some of them, and died before it drew them.
  for (const id of await unarchivedStatements(context.run.id))
    await archiveStatement(context, pool, id)
  return waiting
}
