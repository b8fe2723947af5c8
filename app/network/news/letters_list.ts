import { letterConventions } from '#app/network/news/letter_conventions'
import { LETTER_KINDS } from '#app/network/news/letter_words'
import { choicesOf } from '#app/shared/screens/choices_of'
import type { List } from '#app/shared/screens/list'
import { wordsSql } from '#app/shared/screens/words_sql'

interface LetterRow {
  id: number
  title: string
  kind: string
  convention: string | null
  publishedAt: Date
  readers: number
  concerned: number
  state: string
}

export const LETTER_STATES = {
  published: { label: 'publié', tone: 'good' },
  withdrawn: { label: 'retiré', tone: 'calm' },
} as const

/** SQL: whether the letter `l` is for the association `a`. */
export const CONCERNED_SQL = `(l.convention_id IS NULL OR EXISTS (SELECT FROM saisines s
  WHERE s.association_id = a.id AND s.convention_id = l.convention_id))`

/** What the federation published, with how many associations have read it. */
export const lettersList: List<LetterRow> = {
  name: 'publications',
  caption: 'Publications',
  noun: ['publication', 'publications'],
  sql: `SELECT l.id, l.title, l.kind AS "kindCode", ${wordsSql('l.kind', LETTER_KINDS)} AS kind, c.code AS convention,
      l.published_at AS "publishedAt", (l.published_at AT TIME ZONE 'Europe/Paris')::date AS day,
      (SELECT count(DISTINCT association_id) FROM letter_readings r WHERE r.letter_id = l.id) AS readers,
      (SELECT count(*) FROM associations a WHERE ${CONCERNED_SQL}) AS concerned,
      CASE WHEN l.withdrawn_at IS NULL THEN 'published' ELSE 'withdrawn' END AS state
    FROM letters l LEFT JOIN conventions c ON c.id = l.convention_id`,
  columns: [
    { key: 'title', label: 'Titre', heads: true, href: ({ id }) => `/publications/${id}` },
    { key: 'kind', label: 'Nature' },
    { key: 'convention', label: 'Convention', kind: 'code' },
    { key: 'publishedAt', label: 'Publié', kind: 'instant' },
    { key: 'readers', label: 'Associations qui l’ont lu', kind: 'number' },
    { key: 'concerned', label: 'Sur', kind: 'number' },
    { key: 'state', label: 'État', kind: 'state', states: LETTER_STATES },
  ],
  filters: [
    { name: 'q', label: 'Titre', kind: 'contains', columns: ['title'] },
    {
      name: 'nature',
      label: 'Nature',
      kind: 'choice',
      column: 'kindCode',
      choices: () => choicesOf(LETTER_KINDS),
    },
    {
      name: 'convention',
      label: 'Convention',
      kind: 'choice',
      column: 'convention',
      choices: letterConventions,
    },
    { name: 'du', label: 'Du', kind: 'from', column: 'day' },
    { name: 'au', label: 'Au', kind: 'until', column: 'day' },
  ],
  order: '-publishedAt',
  empty: 'Rien n’est encore publié.',
}
