import type { LineView } from '#app/saisines/story/lines_of'
import { row } from '#app/shared/rows'
import { timelineOf, type TimelineEvent } from '#app/shared/screens/timeline'

/** What was done to a saisine and to its fiches, last first; what came by a file says which, what is paid by which statement. */
export async function caseTimeline(
  saisineId: number | null,
  formIds: readonly number[],
  lines: readonly LineView[]
): Promise<TimelineEvent[]> {
  const all = await Promise.all([
    saisineId === null ? [] : timelineOf('saisine', saisineId),
    saisineId === null ? [] : imported('saisines', saisineId, 'Saisine reçue'),
    ...formIds.flatMap((id) => [
      formEvents(id, saisineId !== null),
      imported('return_forms', id, `Fiche n°\u00a0${id} reçue`),
    ]),
  ])
  return [...all.flat(), ...statementsOf(lines)].sort((a, b) => b.at.getTime() - a.at.getTime())
}

/** Among those of a saisine, the events of a form say which one. */
async function formEvents(id: number, named: boolean): Promise<TimelineEvent[]> {
  const events = await timelineOf('return_form', id)
  return named
    ? events.map((one) => ({ ...one, sentence: `${one.sentence} (fiche n°\u00a0${id})` }))
    : events
}

function statementsOf(lines: readonly LineView[]): TimelineEvent[] {
  const issued = lines.filter(({ issuedAt }) => issuedAt !== null)
  return [...new Map(issued.map((line) => [line.statement, line])).values()].map(
    ({ issuedAt, statement, run }) => ({
      at: issuedAt!,
      sentence: `Relevé ${statement} émis.`,
      who: `campagne ${run}`,
    })
  )
}

async function imported(
  table: 'saisines' | 'return_forms',
  id: number,
  what: string
): Promise<TimelineEvent[]> {
  const found = await row<{ at: Date; file: string; line: number | null; who: string | null }>(
    `SELECT i.applied_at AS at, i.file_name AS file, t.import_row AS line, u.full_name AS who
     FROM ${table} t JOIN imports i ON i.id = t.import_id LEFT JOIN users u ON u.id = i.actor_id WHERE t.id = ?`,
    [id]
  )
  if (!found) return []
  const { at, file, line, who } = found
  return [{ at, sentence: `${what} par le fichier ${file}, ligne ${line}.`, who: who ?? '' }]
}
