import { granted } from '#app/demo/granted'
import { decideCorrection } from '#app/settlement/corrections/decide_correction'
import { row, rows } from '#app/shared/rows'
import type { Federation } from '#tests/scenario/federation'

/** Proposed corrections in their order: `E26-0001 entretien_social 7600 - 3800 = 3800 proposed`. */
export async function proposals(): Promise<string[]> {
  const found = await rows<{ line: string }>(
    `SELECT concat_ws(' ', reference, service_code, due_cents, '-', already_cents, '=', amount_cents, state) AS line
     FROM proposed_corrections p JOIN saisines s ON s.id = p.saisine_id ORDER BY p.id`
  )
  return found.map(({ line }) => line)
}

/** Says yes or no to what is proposed for a service of a saisine. */
export async function decide(
  { people: { coordinator } }: Federation,
  reference: string,
  service: string,
  verdict: 'approved' | 'refused'
): Promise<void> {
  const found = await row<{ id: number }>(
    `SELECT p.id FROM proposed_corrections p JOIN saisines s ON s.id = p.saisine_id
     WHERE reference = ? AND service_code = ? AND p.state = 'proposed'`,
    [reference, service]
  )
  const reason = 'Vérifié auprès de l’association (fictif).'
  granted(
    await decideCorrection({ correctionId: found!.id, verdict, reason, actorId: coordinator.id })
  )
}

/** Every column of every line of a run: what must never move once it is issued. */
export function wholeLines(runId: number): Promise<object[]> {
  return rows('SELECT * FROM settlement_lines WHERE run_id = ? ORDER BY id', [runId])
}
