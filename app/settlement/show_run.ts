import { checkGates } from '#app/settlement/gates/gates'
import Run from '#app/settlement/run'
import { blockedReasons } from '#app/settlement/approval/submit_run'
import type { Cents } from '#app/shared/cents'
import { refuse, type Reason, type Refused } from '#app/shared/result'
import { rows } from '#app/shared/rows'
import { transaction } from '#app/shared/transaction'

export interface RunView {
  run: Run
  associations: {
    code: string
    name: string
    lines: number
    totalCents: Cents
    statement: string | null
    held: string | null
  }[]
  /** What stands between the run and the money; empty once it is issued. */
  reasons: Reason[]
  approvals: { name: string; at: Date }[]
}

/** All that one needs to decide on a run. */
export async function showRun(runId: number, at = new Date()): Promise<RunView | Refused> {
  return transaction<RunView>(async (trx) => {
    const run = await Run.query({ client: trx }).where('id', runId).first()
    if (!run) return refuse('CAMPAGNE_INCONNUE', `Il n’y a pas de campagne n° ${runId}.`)
    const open = ['calculated', 'submitted', 'approved'].includes(run.state)
    const gates = open ? await checkGates(trx, run, at) : { run: [], associations: [] }
    return {
      run,
      associations: await rows<RunView['associations'][number]>(
        `SELECT a.code, a.name, t.lines, t.total_cents AS "totalCents", s.number AS statement, h.reason AS held
         FROM run_associations t JOIN associations a ON a.id = t.association_id
         LEFT JOIN statements s ON s.run_id = t.run_id AND s.association_id = a.id
         LEFT JOIN run_holds h ON h.run_id = t.run_id AND h.association_id = a.id AND h.released_at IS NULL
         WHERE t.run_id = ? ORDER BY a.code`,
        [runId],
        trx
      ),
      reasons: [...gates.run, ...gates.associations.flatMap(blockedReasons)],
      approvals: await rows<{ name: string; at: Date }>(
        `SELECT u.full_name AS name, approved_at AS at FROM run_approvals p JOIN users u ON u.id = p.approver_id
         WHERE run_id = ? AND voided_at IS NULL ORDER BY p.id`,
        [runId],
        trx
      ),
    }
  })
}
