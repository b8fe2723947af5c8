import { parentPort } from 'node:worker_threads'
import type { DocumentJob, DocumentReply } from '#app/statements/drawing/document_pool'
import { renderRunWorkbook } from '#app/statements/drawing/render_run_workbook'
import { renderStatementPdf } from '#app/statements/drawing/render_statement_pdf'
import { renderStatementWorkbook } from '#app/statements/drawing/render_statement_workbook'
import type { StatementData } from '#app/statements/content/statement_data'
import { warmUpStatement } from '#app/statements/drawing/warm_up_statement'

/** A thread of the document pool: warms up, then renders one job after the other. */
await render({ kind: 'statement', data: warmUpStatement() })
parentPort!.on('message', async (job: DocumentJob) => {
  const reply = await answer(job)
  const bytes = 'documents' in reply ? reply.documents.map(({ buffer }) => buffer) : []
  parentPort!.postMessage(reply, bytes as ArrayBuffer[])
})

async function answer(job: DocumentJob): Promise<DocumentReply> {
  try {
    return { documents: await render(job) }
  } catch (error) {
    return { error: error as Error }
  }
}

async function render(job: DocumentJob): Promise<Uint8Array[]> {
  if (job.kind === 'run') return [owned(await renderRunWorkbook(job.run))]
  const { data: given } = job
  const data = typeof given === 'string' ? (JSON.parse(given) as StatementData) : given
  return [owned(await renderStatementPdf(data)), owned(await renderStatementWorkbook(data))]
}

/** Bytes alone in their memory, which can then change thread without a copy. */
function owned(bytes: Buffer): Uint8Array {
  const { buffer, byteOffset, byteLength } = bytes
  const whole = byteLength === buffer.byteLength
  return whole ? new Uint8Array(buffer, byteOffset, byteLength) : new Uint8Array(bytes)
}
