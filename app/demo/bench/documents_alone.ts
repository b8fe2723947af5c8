import { barePages, barePdf, countPages, EMBEDDED } from '#app/demo/bench/bare_pdf'
import { bareWorkbook, readSheets } from '#app/demo/bench/bare_workbook'
import type { Cost, Measure } from '#app/demo/bench/measure'
import type Run from '#app/settlement/run'
import { loadIssueContext } from '#app/statements/issue/issue_context'
import { renderRunWorkbook } from '#app/statements/drawing/render_run_workbook'
import { renderStatementPdf } from '#app/statements/drawing/render_statement_pdf'
import { renderStatementWorkbook } from '#app/statements/drawing/render_statement_workbook'
import { loadRunData } from '#app/statements/content/run_data'
import type { StatementData } from '#app/statements/content/statement_data'
import { warmUpStatement } from '#app/statements/drawing/warm_up_statement'
import { rows } from '#app/shared/rows'

export interface DocumentsAlone {
  pages: number
  workbooks: number
  pdf: Cost
  workbook: Cost
  bare: { embedded: Cost; helvetica: Cost; workbook: Cost }
}

/** Draws again the documents of an issued run, in one thread that is warm, then the bare ones that they are compared to. */
export async function documentsAlone(run: Run, measure: Measure): Promise<DocumentsAlone> {
  const statements = await recorded(run.id)
  const runData = await loadRunData(await loadIssueContext(run))
  const warm = warmUpStatement()
  await renderStatementPdf(warm)
  await renderStatementWorkbook(warm)

  const pdf = await measure(() => each(statements, renderStatementPdf))
  const workbook = await measure(async () => [
    ...(await each(statements, renderStatementWorkbook)),
    await renderRunWorkbook(runData),
  ])

  const pages = pdf.value.map(countPages)
  const bare = statements.map((data, i) => barePages(data, pages[i]!))
  const draw = async (font: string) => {
    await barePdf(bare[0]!, font)
    return (await measure(() => each(bare, (one) => barePdf(one, font)))).cost
  }
  const embedded = await draw(EMBEDDED)
  const helvetica = await draw('Helvetica')
  const sheets = await each(workbook.value, readSheets)
  const { cost } = await measure(() => each(sheets, bareWorkbook))
  return {
    pages: pages.reduce((sum, n) => sum + n, 0),
    workbooks: sheets.length,
    pdf: pdf.cost,
    workbook: workbook.cost,
    bare: { embedded, helvetica, workbook: cost },
  }
}

async function recorded(runId: number): Promise<StatementData[]> {
  const found = await rows<{ data: string }>(
    `SELECT c.data FROM statement_contents c JOIN statements s ON s.id = c.statement_id
     WHERE s.run_id = ? ORDER BY s.sequence`,
    [runId]
  )
  return found.map(({ data }) => JSON.parse(data) as StatementData)
}

/** One after the other: a thread draws one document at a time. */
async function each<A, B>(items: readonly A[], work: (item: A) => Promise<B>): Promise<B[]> {
  const done: B[] = []
  for (const item of items) done.push(await work(item))
  return done
}
