import Run from '#app/settlement/run'
import { recordEvent } from '#app/shared/record_event'
import { unarchivedStatements } from '#app/statements/archive/unarchived_statements'
import { transaction } from '#app/shared/transaction'

/** Closes the issue of a run: every statement is numbered and archived. Done twice, it changes nothing. */
export async function finishIssue(runId: number, actorId: number): Promise<Run> {
  const finished = await transaction<Run>(async (trx) => {
    const run = await Run.query({ client: trx }).where('id', runId).forUpdate().firstOrFail()
    if (run.state !== 'issuing') return run
    const [left] = await unarchivedStatements(run.id, trx)
    if (left) throw new Error(`Statement ${left} of run ${run.code} has no documents`)
    await run.merge({ state: 'issued', work: 'idle' }).useTransaction(trx).save()
    await recordEvent(trx, actorId, { verb: 'run.issued', subject: ['run', run.id] })
    return run
  })
  return finished as Run
}
