import { join } from 'node:path'
import { dayCell, type Cell } from '#app/demo/files/cell'
import { formColumns } from '#app/demo/files/form_titles'
import { SAISINE_TITLES } from '#app/demo/files/saisine_rows'
import { HABITS, type SheetHabit } from '#app/demo/files/sheet_habit'
import { writeCsv } from '#app/demo/files/write_csv'
import { writeXlsx } from '#app/demo/files/write_xlsx'
import { granted } from '#app/demo/granted'
import { runImport, type ImportReport } from '#app/intake/run_import'
import type { Day } from '#app/shared/day'
import { importKind } from '#start/import_kinds'
import type { Federation } from '#tests/scenario/federation'

/** A row of the platform's file; the usual words when nothing else is told. */
export interface SaisineTold {
  reference: string
  association: string
  openedOn: Day
  convention?: string
  channel?: string
  department?: string
  beneficiary?: string
}

/** A row of an association's file. */
export interface FormTold {
  reference: string
  association: string
  receivedOn: Day
  outcome: 'Prise en charge' | 'Injoignable' | 'Refus' | 'Réorientée'
  contactOn?: Day
  lastActOn?: Day
  /** Acts by service code; a service left out is a blank cell. */
  acts?: Readonly<Record<string, number>>
  convention?: string
}

const SERVICES = [
  'forfait_saisine',
  'entretien_psychologique',
  'entretien_juridique',
  'entretien_social',
  'accompagnement',
]

/** Ways in which offices save their files: see `HABITS`. */
export const SEMICOLON_1252 = HABITS[0]!
export const COMMA_UTF8 = HABITS[1]!
export const TABULATED = HABITS[2]!
export const WORKBOOK = HABITS[3]!
export const WORKBOOK_1904 = HABITS[4]!
export const SEMICOLON_BOM = HABITS[9]!

/** Writes the platform's file, and takes it in on that day. */
export async function receiveSaisines(
  federation: Federation,
  on: Day,
  name: string,
  told: readonly SaisineTold[]
): Promise<ImportReport> {
  const path = await writeSaisines(federation, name, told)
  return receive(federation, 'saisines', path, on)
}

/** Writes an association's file as its office saves it, and takes it in on that day. */
export async function receiveForms(
  federation: Federation,
  on: Day,
  name: string,
  told: readonly FormTold[],
  habit: SheetHabit = SEMICOLON_BOM
): Promise<ImportReport> {
  return receive(federation, 'fiches', await writeForms(federation, name, told, habit), on)
}

export async function receive(
  { people }: Federation,
  kind: 'saisines' | 'fiches' | 'baremes' | 'associations',
  path: string,
  on: Day
): Promise<ImportReport> {
  const options = { actorId: people.coordinator.id, at: new Date(`${on}T09:00:00Z`) }
  return granted(await runImport(await importKind(kind), path, options))
}

export async function writeSaisines(
  { folder, network }: Federation,
  name: string,
  told: readonly SaisineTold[]
): Promise<string> {
  const department = (code: string) =>
    network.find((association) => association.code === code)!.departments[0]!
  const rows = told.map((saisine): Cell[] => [
    saisine.reference,
    saisine.convention ?? 'AMF-2021',
    saisine.association,
    dayCell(saisine.openedOn),
    saisine.channel ?? 'Plateforme',
    saisine.department ?? department(saisine.association),
    saisine.beneficiary ?? 'Élue',
    'Maire',
    'Menaces, injures',
    null,
  ])
  return write(join(folder, name), { ...SEMICOLON_BOM, days: 'slashes' }, SAISINE_TITLES, rows)
}

export async function writeForms(
  { folder }: Federation,
  name: string,
  told: readonly FormTold[],
  habit: SheetHabit = SEMICOLON_BOM
): Promise<string> {
  const columns = formColumns(SERVICES, habit.titles)
  const rows = told.map((form) => {
    const cells: Readonly<Record<string, Cell>> = {
      reference_saisine: form.reference,
      association: form.association,
      convention: form.convention ?? 'AMF-2021',
      date_reception: dayCell(form.receivedOn),
      date_premier_contact: dayCell(form.contactOn ?? null),
      date_dernier_acte: dayCell(form.lastActOn ?? null),
      issue: form.outcome,
      ...form.acts,
    }
    return columns.map(({ key }) => cells[key] ?? null)
  })
  const titles = columns.map(({ title }) => title)
  return write(join(folder, name), habit, titles, rows)
}

async function write(
  path: string,
  habit: SheetHabit,
  titles: readonly string[],
  rows: readonly Cell[][]
): Promise<string> {
  if (habit.format !== 'xlsx') {
    writeCsv(path, habit, titles, rows)
    return path
  }
  const heading = habit.heading && { heading: 'Fiches retour (données fictives)' }
  await writeXlsx(path, { ...habit, ...heading } as never, titles, rows)
  return path
}
