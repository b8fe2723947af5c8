import { OUTCOME_WORDS } from '#app/conventions/convention_words'
import { conventionFilter } from '#app/conventions/convention_filter'
import { associationFilter } from '#app/network/association_filter'
import { ORIGIN_WORDS } from '#app/returns/return_form_words'
import { choicesOf } from '#app/shared/screens/choices_of'
import type { List } from '#app/shared/screens/list'
import { wordsSql } from '#app/shared/screens/words_sql'
import { MATCH_STATES } from '#start/match_words'

interface ReturnFormRow {
  id: number
  reference: string
  convention: string
  association: string
  associationName: string
  version: number
  receivedOn: string
  outcome: string
  match: string
  origin: string
}

const KNOWN = `EXISTS (SELECT 1 FROM saisines s WHERE s.reference = list.reference AND s.convention_id = list."conventionId")`

/** Every version of every fiche retour. */
export const returnFormsList: List<ReturnFormRow> = {
  name: 'fiches',
  caption: 'Fiches retour',
  noun: ['fiche', 'fiches'],
  // Outer joins, read only for the rows of the page: forms come by the million, and are counted.
  sql: `SELECT f.id, f.reference, c.code AS convention, a.code AS association, a.name AS "associationName", f.version,
      f.convention_id AS "conventionId", f.received_on AS "receivedOn", f.outcome AS "outcomeCode", ${wordsSql('f.outcome', OUTCOME_WORDS)} AS outcome,
      coalesce(o.outcome, 'A_RAPPROCHER') AS match, f.origin AS "originCode",
      ${wordsSql('f.origin', ORIGIN_WORDS)} AS origin
    FROM return_forms f LEFT JOIN conventions c ON c.id = f.convention_id LEFT JOIN associations a ON a.id = f.association_id
    LEFT JOIN form_outcomes o ON o.form_id = f.id`,
  columns: [
    { key: 'id', label: 'N°', kind: 'code', heads: true, href: ({ id }) => `/fiches/${id}` },
    { key: 'reference', label: 'Saisine', kind: 'code' },
    { key: 'receivedOn', label: 'Reçue le', kind: 'day', filled: true },
    { key: 'convention', label: 'Convention', kind: 'code' },
    { key: 'association', label: 'Code', kind: 'code' },
    { key: 'associationName', label: 'Association' },
    { key: 'version', label: 'Version', kind: 'number' },
    { key: 'outcome', label: 'Issue' },
    { key: 'match', label: 'Rapprochement', kind: 'state', states: MATCH_STATES },
    { key: 'origin', label: 'Origine' },
  ],
  filters: [
    { name: 'q', label: 'Référence', kind: 'contains', columns: ['reference'] },
    conventionFilter,
    associationFilter,
    {
      name: 'rapprochement',
      label: 'Rapprochement',
      kind: 'choice',
      column: 'match',
      choices: () => [
        ...choicesOf(MATCH_STATES),
        { value: 'NON_RETENUE', label: 'Non retenue, pour quelque raison' },
      ],
      where: { NON_RETENUE: `"match" NOT IN ('RETENUE', 'A_RAPPROCHER')` },
    },
    {
      name: 'version',
      label: 'Version',
      kind: 'choice',
      column: 'version',
      choices: () => [
        { value: 'premiere', label: 'Première' },
        { value: 'suivante', label: 'Suivante' },
      ],
      where: { premiere: '"version" = 1', suivante: '"version" > 1' },
    },
    {
      name: 'saisine',
      label: 'Saisine',
      kind: 'choice',
      column: 'reference',
      choices: () => [
        { value: 'connue', label: 'Connue' },
        { value: 'inconnue', label: 'Inconnue' },
      ],
      where: { connue: KNOWN, inconnue: `NOT ${KNOWN}` },
    },
    {
      name: 'issue',
      label: 'Issue',
      kind: 'choice',
      column: 'outcomeCode',
      choices: () => choicesOf(OUTCOME_WORDS),
    },
    {
      name: 'origine',
      label: 'Origine',
      kind: 'choice',
      column: 'originCode',
      choices: () => choicesOf(ORIGIN_WORDS),
    },
    { name: 'du', label: 'Reçue du', kind: 'from', column: 'receivedOn' },
    { name: 'au', label: 'Au', kind: 'until', column: 'receivedOn' },
  ],
  order: '-receivedOn',
  empty:
    'Aucune fiche retour n’est encore reçue. Elles arrivent par les fichiers des associations, par le portail, ou une à une.',
}
