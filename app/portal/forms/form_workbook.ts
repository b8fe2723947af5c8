import { TEMPLATE_NOTES, writeTemplate } from '#app/intake/writer/write_template'
import { allDueForms } from '#app/portal/forms/form_lists'
import type { ImportColumn } from '#app/intake/import_kind'
import { OWN_COLUMNS } from '#app/returns/read_own_form'
import returnFormImport from '#app/returns/return_form_import'
import { formatDay } from '#app/shared/french_format'
import type { Day } from '#app/shared/day'

/** What the workbook says of a saisine, and the rest that its association fills. */
const KEYS = ['reference_saisine', 'convention']
const SAYS_ITSELF = new Set(['association', 'date_reception'])

const REMINDERS: ImportColumn[] = [
  {
    key: 'date_saisine',
    required: false,
    accepts: 'Pour mémoire\u00a0: ne changez rien ici.',
    kind: 'day',
  },
  {
    key: 'attendue_le',
    required: false,
    accepts: 'Pour mémoire\u00a0: le dernier jour pour envoyer la fiche.',
    kind: 'day',
  },
]

/** Columns of the workbook of an association: those of a file of fiches, less what the portal knows. */
export async function workbookColumns(): Promise<ImportColumn[]> {
  const columns = await returnFormImport.columns(undefined)
  const kept = columns
    .filter(({ key }) => !SAYS_ITSELF.has(key))
    // A line that is not filled yet waits for another time.
    .map((column) => (column.key === 'issue' ? { ...column, required: false } : column))
  return [
    ...kept.filter(({ key }) => KEYS.includes(key)),
    ...REMINDERS,
    ...kept.filter(({ key }) => !KEYS.includes(key)),
  ]
}

/** Columns of services: all that is not ours. */
export function serviceCodes(columns: readonly ImportColumn[]): string[] {
  const ours = new Set<string>([...KEYS, ...OWN_COLUMNS, ...REMINDERS.map(({ key }) => key)])
  return columns.map(({ key }) => key).filter((key) => !ours.has(key))
}

/** The workbook of the saisines whose form is due, the most urgent first. */
export async function formWorkbook(today: Day): Promise<Buffer> {
  const columns = await workbookColumns()
  const due = await allDueForms(today)
  return writeTemplate(columns, {
    title: 'fiches',
    notes: [
      ...TEMPLATE_NOTES,
      'Remplissez les lignes que vous voulez envoyer\u00a0; celles dont l’issue reste vide attendront.',
    ],
    lines: due.map(({ reference, convention, openedOn, expectedBy }) => [
      reference,
      convention,
      formatDay(openedOn),
      formatDay(expectedBy),
    ]),
  })
}
