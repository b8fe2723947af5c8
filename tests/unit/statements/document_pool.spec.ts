import { once } from 'node:events'
import type { Worker } from 'node:worker_threads'
import { test } from '@japa/runner'
import { createDocumentPool } from '#app/statements/drawing/document_pool'
import { renderStatementPdf } from '#app/statements/drawing/render_statement_pdf'
import { renderStatementWorkbook } from '#app/statements/drawing/render_statement_workbook'
import { runSample } from '#tests/unit/statements/run_sample'
import { statementSample } from '#tests/unit/statements/statement_sample'

test.group('Documents rendus en parallèle', () => {
  test('un fil rend les mêmes octets que le programme principal', async ({ assert, cleanup }) => {
    const pool = createDocumentPool({ size: 1, warm: true })
    cleanup(() => pool.close())
    const data = statementSample()
    const [{ pdf, workbook }, run] = await Promise.all([
      pool.render(data),
      pool.renderRun(runSample()),
    ])
    assert.isTrue(Buffer.from(pdf).equals(await renderStatementPdf(data)))
    assert.isTrue(Buffer.from(workbook).equals(await renderStatementWorkbook(data)))
    assert.equal(Buffer.from(run.subarray(0, 2)).toString(), 'PK')
  })

  test('un relevé impossible à rendre échoue seul, et le fil continue', async ({
    assert,
    cleanup,
  }) => {
    const pool = createDocumentPool({ size: 1, warm: true })
    cleanup(() => pool.close())
    const wrong = statementSample({ issuedAt: 'hier' })
    await assert.rejects(() => pool.render(wrong), /Invalid time value/)
    const { pdf } = await pool.render(statementSample())
    assert.isAbove(pdf.length, 10_000)
  })

  test('un fil qui meurt rend une erreur qui nomme le relevé, et le suivant passe', async ({
    assert,
    cleanup,
  }) => {
    const started = once(process, 'worker')
    const pool = createDocumentPool({ size: 1, warm: true })
    cleanup(() => pool.close())
    const doomed = pool.render(statementSample()).catch((error: Error) => error)
    const [thread] = (await started) as [Worker]
    await thread.terminate()
    const death = await doomed
    assert.instanceOf(death, Error)
    assert.equal(
      (death as Error).message,
      'The thread rendering the statement ELUS-2026-00042 died'
    )
    const { pdf } = await pool.render(statementSample())
    assert.isAbove(pdf.length, 10_000)
  })

  test('des données qui ne passent pas d’un fil à l’autre ne bloquent pas la suite', async ({
    assert,
    cleanup,
  }) => {
    const pool = createDocumentPool({ size: 1, warm: true })
    cleanup(() => pool.close())
    const wrong = { ...statementSample(), note: () => 'une fonction' }
    await assert.rejects(() => pool.render(wrong), /could not be cloned/)
    const { pdf } = await pool.render(statementSample())
    assert.isAbove(pdf.length, 10_000)
  })

  test('fermer rend une erreur à ce qui attend encore', async ({ assert }) => {
    const pool = createDocumentPool({ size: 1, warm: true })
    const waiting = [pool.render(statementSample()), pool.render(statementSample())]
    const results = Promise.allSettled(waiting)
    await pool.close()
    for (const { status } of await results) assert.equal(status, 'rejected')
    await assert.rejects(() => pool.render(statementSample()), /closed/)
  })
})
