import { RunSchema } from '#database/schema'
import { verbReasons, type RunState, type RunVerb } from '#app/settlement/run_state'
import { refuse, type Reason, type Refused } from '#app/shared/result'
import type { Trx } from '#app/shared/transaction'

export default class Run extends RunSchema {
  declare state: RunState

  reasonsAgainst(verb: RunVerb): Reason[] {
    return verbReasons(verb, this)
  }
}

/** The run, locked until the transaction ends and read again under the lock, when the verb is possible on it. */
export async function lockRun(trx: Trx, id: number, verb: RunVerb): Promise<Run | Refused> {
  const run = await Run.query({ client: trx }).where('id', id).forUpdate().first()
  if (!run) return refuse('CAMPAGNE_INCONNUE', `Il n’y a pas de campagne n° ${id}.`)
  const refused = run.reasonsAgainst(verb)
  return refused.length > 0 ? { refused } : run
}
