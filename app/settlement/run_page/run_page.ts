import db from '@adonisjs/lucid/services/db'
import Run from '#app/settlement/run'
import { runApprovals } from '#app/settlement/approval/run_approvals'
import { runControls } from '#app/settlement/run_page/run_controls'
import { runFigures } from '#app/settlement/run_page/run_figures'
import { runGates } from '#app/settlement/gates/run_gates'
import { RUN_STATE_LABELS } from '#app/settlement/run_state_labels'
import { runVariance } from '#app/settlement/run_page/run_variance'
import { verbReasons, type RunVerb } from '#app/settlement/run_state'
import type { Cents } from '#app/shared/cents'
import { timelineOf } from '#app/shared/screens/timeline'
import { row, rows } from '#app/shared/rows'
import { workUnderWay } from '#app/shared/works/find_work'

/** All that the page of a run shows, or null when there is no such run. */
export async function readRunPage(id: number, at = new Date()) {
  const run = await Run.find(id)
  if (!run) return null
  const figures = await runFigures(id)
  return {
    run,
    badge: RUN_STATE_LABELS[run.state],
    convention: await conventionOf(id),
    figures,
    payable: await payableOf(id),
    variance: figures.lines === 0 ? null : await runVariance(run, figures),
    controls: await runControls(id),
    ...(await db.transaction(async (trx) => ({
      gates: await runGates(trx, run, at),
      approvals: await runApprovals(trx, run),
    }))),
    holds: await holdsOf(id),
    holdable: await holdableOf(id),
    documents: await documentsOf(id),
    events: await timelineOf('run', id),
    work: (await workUnderWay('calculate_run', id)) ?? (await workUnderWay('issue_run', id)),
    can: (verb: RunVerb) => verbReasons(verb, run).length === 0,
  }
}

/** What the run would pay now, and what its holds keep back. */
async function payableOf(runId: number) {
  const found = await row<{ payableCents: Cents; heldCents: Cents }>(
    `SELECT coalesce(sum(greatest(total_cents, 0)) FILTER (WHERE NOT held), 0)::bigint AS "payableCents",
       coalesce(sum(total_cents) FILTER (WHERE held), 0)::bigint AS "heldCents"
     FROM (SELECT total_cents, EXISTS (SELECT 1 FROM run_holds h
         WHERE h.run_id = t.run_id AND h.association_id = t.association_id AND h.released_at IS NULL) AS held
       FROM run_associations t WHERE run_id = ?) AS part`,
    [runId]
  )
  return found!
}

function conventionOf(runId: number) {
  return row<{ id: number; code: string; title: string; funder: string }>(
    `SELECT c.id, c.code, c.title, f.name AS funder FROM runs r
     JOIN conventions c ON c.id = r.convention_id JOIN funders f ON f.id = c.funder_id WHERE r.id = ?`,
    [runId]
  )
}

function holdsOf(runId: number) {
  return rows<{
    associationId: number
    code: string
    name: string
    reason: string
    who: string
    at: Date
  }>(
    `SELECT a.id AS "associationId", a.code, a.name, h.reason, u.full_name AS who, h.held_at AS at
     FROM run_holds h JOIN associations a ON a.id = h.association_id JOIN users u ON u.id = h.held_by
     WHERE h.run_id = ? AND h.released_at IS NULL ORDER BY a.code`,
    [runId]
  )
}

/** Associations that are in the run and not on hold, to choose from. */
function holdableOf(runId: number) {
  return rows<{ value: string; label: string }>(
    `SELECT code AS value, code || ' ' || name AS label FROM associations a
     WHERE id IN (SELECT association_id FROM run_associations WHERE run_id = ?)
       AND NOT EXISTS (SELECT 1 FROM run_holds h WHERE h.run_id = ? AND h.association_id = a.id AND h.released_at IS NULL)
     ORDER BY code`,
    [runId, runId]
  )
}

async function documentsOf(runId: number) {
  const found = await row<{
    statements: number
    waiting: number
    files: number
    workbookId: number | null
  }>(
    `SELECT (SELECT count(*) FROM statements WHERE run_id = ?) AS statements,
       (SELECT count(*) FROM statements s WHERE s.run_id = ? AND s.payable_cents > 0 AND NOT EXISTS (SELECT 1 FROM transfers t
         WHERE t.statement_id = s.id AND t.state NOT IN ('rejected', 'returned'))) AS waiting, count(*) AS files,
       max(id) FILTER (WHERE kind = 'run_xlsx') AS "workbookId"
     FROM documents WHERE run_id = ?`,
    [runId, runId, runId]
  )
  return found!
}
