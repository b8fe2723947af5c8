import type { Role } from '#app/accounts/user'
import { EVENT_GROUP_SQL, EVENT_GROUPS } from '#app/reporting/event_groups'
import { EVENT_KINDS, kindChoices, kindsToRead, subjectLabel } from '#app/reporting/event_kinds'
import { choicesOf } from '#app/shared/screens/choices_of'
import { eventSentence } from '#app/shared/screens/event_sentences'
import type { Choice, List } from '#app/shared/screens/list'
import { rows } from '#app/shared/rows'

interface EventRow {
  id: number
  at: Date
  who: string
  verb: string
  before: unknown
  after: unknown
  kind: string
  subjectId: number
  name: string | null
}

/** Who did what to what, the last first: what the role may read of it. */
export function journalList(role: Role): List<EventRow> {
  const kinds = kindsToRead(role)
  return {
    name: 'journal',
    caption: 'Journal',
    noun: ['événement', 'événements'],
    sql: `SELECT e.id, e.at, coalesce(u.full_name, 'l’installation') AS who, coalesce(e.actor_id, 0) AS "actorId", e.verb,
        e.before, e.after, e.subject_type AS kind, e.subject_id AS "subjectId", ${EVENT_GROUP_SQL} AS "verbGroup",
        (e.at AT TIME ZONE 'Europe/Paris')::date AS day,
        CASE e.subject_type ${kinds.map((kind) => `WHEN '${kind}' THEN ${EVENT_KINDS[kind]!.name}`).join(' ')} END AS name
      FROM events e LEFT JOIN users u ON u.id = e.actor_id
      WHERE e.subject_type IN (${kinds.map(() => '?').join(', ')})`,
    bindings: kinds,
    columns: [
      { key: 'at', label: 'Quand', kind: 'instant' },
      { key: 'who', label: 'Qui', heads: true },
      {
        key: 'verb',
        label: 'Quoi',
        words: ({ verb, before, after }) => eventSentence(verb, before, after),
      },
      {
        key: 'kind',
        label: 'Sur quoi',
        words: ({ kind, name }) => subjectLabel(kind, name),
        href: ({ kind, subjectId }) => EVENT_KINDS[kind]?.href?.(subjectId) ?? null,
      },
    ],
    filters: [
      { name: 'qui', label: 'Qui', kind: 'choice', column: 'actorId', choices: people },
      {
        name: 'sur',
        label: 'Sur quoi',
        kind: 'choice',
        column: 'kind',
        choices: () => kindChoices(kinds),
      },
      {
        name: 'quoi',
        label: 'Quoi',
        kind: 'choice',
        column: 'verbGroup',
        choices: () => choicesOf(EVENT_GROUPS),
      },
      { name: 'nom', label: 'Nom, code, référence', kind: 'contains', columns: ['name'] },
      { name: 'du', label: 'Du', kind: 'from', column: 'day' },
      { name: 'au', label: 'Au', kind: 'until', column: 'day' },
    ],
    order: '-at',
    empty: 'Rien n’est encore arrivé.',
  }
}

function people(): Promise<Choice[]> {
  return rows<Choice>(
    `SELECT id::text AS value, full_name AS label FROM users
     UNION ALL SELECT '0', 'l’installation' ORDER BY label, value`
  )
}
