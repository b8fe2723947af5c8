import { conventionFilter } from '#app/conventions/convention_filter'
import { associationFilter } from '#app/network/association_filter'
import { formStateConditions, formStateSql } from '#app/saisines/form_state_sql'
import { caseFilters, departmentFilter } from '#app/saisines/case_filters'
import { BENEFICIARY_WORDS, CHANNEL_WORDS, FORM_STATES } from '#app/saisines/saisine_words'
import { choicesOf } from '#app/shared/screens/choices_of'
import type { List } from '#app/shared/screens/list'
import { wordsSql } from '#app/shared/screens/words_sql'

interface SaisineRow {
  id: number
  reference: string
  convention: string
  association: string
  associationName: string
  openedOn: string
  channel: string
  department: string
  beneficiary: string
  form: string
}

/** Every saisine, without money. */
export const saisinesList: List<SaisineRow> = {
  name: 'saisines',
  caption: 'Saisines',
  noun: ['saisine', 'saisines'],
  // Sub-queries and outer joins, read only for the rows of the page: saisines come by the million, and are counted.
  sql: `SELECT s.id, s.reference, c.code AS convention, a.code AS association, a.name AS "associationName",
      s.convention_id AS "conventionId", s.opened_on AS "openedOn", s.department, s.channel AS "channelCode",
      s.beneficiary AS "beneficiaryCode", s.mandate AS "mandateCode", s.facts AS "factsCode",
      ${wordsSql('s.channel', CHANNEL_WORDS)} AS channel, ${wordsSql('s.beneficiary', BENEFICIARY_WORDS)} AS beneficiary,
      ${formStateSql({ id: 's.id', reference: 's.reference', conventionId: 's.convention_id' })} AS form
    FROM saisines s LEFT JOIN conventions c ON c.id = s.convention_id LEFT JOIN associations a ON a.id = s.association_id`,
  columns: [
    {
      key: 'reference',
      label: 'Référence',
      kind: 'code',
      heads: true,
      href: ({ id }) => `/saisines/${id}`,
    },
    { key: 'openedOn', label: 'Jour', kind: 'day', filled: true },
    { key: 'convention', label: 'Convention', kind: 'code' },
    { key: 'association', label: 'Code', kind: 'code' },
    { key: 'associationName', label: 'Association' },
    { key: 'department', label: 'Département', kind: 'code' },
    { key: 'channel', label: 'Canal' },
    { key: 'beneficiary', label: 'Bénéficiaire' },
    { key: 'form', label: 'Fiche retour', kind: 'state', states: FORM_STATES },
  ],
  filters: [
    { name: 'q', label: 'Référence', kind: 'contains', columns: ['reference'] },
    conventionFilter,
    associationFilter,
    {
      name: 'fiche',
      label: 'Fiche retour',
      kind: 'choice',
      column: 'form',
      choices: () => choicesOf(FORM_STATES),
      where: formStateConditions({
        id: 'list.id',
        reference: 'list.reference',
        conventionId: 'list."conventionId"',
      }),
    },
    {
      name: 'canal',
      label: 'Canal',
      kind: 'choice',
      column: 'channelCode',
      choices: () => choicesOf(CHANNEL_WORDS),
    },
    ...caseFilters,
    departmentFilter,
    { name: 'du', label: 'Du', kind: 'from', column: 'openedOn' },
    { name: 'au', label: 'Au', kind: 'until', column: 'openedOn' },
  ],
  order: '-openedOn',
  empty:
    'Aucune saisine n’est encore enregistrée. Elles arrivent par les fichiers de la plateforme, ou une à une.',
}
