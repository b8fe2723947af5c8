import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { associationRows } from '#app/demo/files/association_rows'
import { ASSOCIATION_COLUMNS } from '#app/network/directory/check_association_row'
import type { Cell } from '#app/demo/files/cell'
import { formRows } from '#app/demo/files/form_rows'
import { formColumns } from '#app/demo/files/form_titles'
import { SAISINE_TITLES, saisineRows } from '#app/demo/files/saisine_rows'
import { HABITS, type SheetHabit } from '#app/demo/files/sheet_habit'
import { withBlankRows } from '#app/demo/files/with_blank_rows'
import { writeCsv } from '#app/demo/files/write_csv'
import { writeXlsx } from '#app/demo/files/write_xlsx'
import type { DemoAssociation } from '#app/demo/network/demo_association'
import { REGIONS, regionOf } from '#app/demo/network/regions'
import type { PlannedForm, QuarterPlan } from '#app/demo/quarter/planned'
import { createRandom } from '#app/demo/random'
import { quarterLabel } from '#app/shared/day'

export interface QuarterFile {
  readonly path: string
  readonly kind: 'associations' | 'saisines' | 'fiches'
  /** null when the file mixes them, or has none. */
  readonly convention: string | null
  /** Filled rows below the titles. */
  readonly rows: number
}

export interface QuarterFiles {
  readonly seed: number
  readonly plan: QuarterPlan
  readonly network: readonly DemoAssociation[]
  /** Created if need be; files of the same names are replaced. */
  readonly directory: string
}

/**
 * Writes the folder that offices would send, in the order to import it: the network, one file of
 * saisines for each convention, one file of forms for each region and the complement that came after.
 */
export async function writeQuarter(wish: QuarterFiles): Promise<QuarterFile[]> {
  mkdirSync(wish.directory, { recursive: true })
  return [await writeNetwork(wish), ...(await writeSaisines(wish)), ...(await writeForms(wish))]
}

async function writeNetwork({ network, directory }: QuarterFiles): Promise<QuarterFile> {
  const path = join(directory, 'associations.xlsx')
  await writeXlsx(path, { days: 'dates' }, ASSOCIATION_COLUMNS, associationRows(network))
  return { path, kind: 'associations', convention: null, rows: network.length }
}

/** The platform exports CSV, but for the last convention, whose funder wants a workbook. */
async function writeSaisines({ seed, plan, directory }: QuarterFiles): Promise<QuarterFile[]> {
  const random = createRandom(`${seed}/files/saisines`)
  const files: QuarterFile[] = []
  const conventions = [...new Set(plan.saisines.map(({ convention }) => convention))].sort()
  for (const [i, convention] of conventions.entries()) {
    const rows = saisineRows(
      random,
      plan.saisines.filter((saisine) => saisine.convention === convention)
    )
    const habit: SheetHabit =
      i > 0 && i === conventions.length - 1
        ? { format: 'xlsx', days: 'dates', titles: 'canonical' }
        : {
            format: 'csv',
            separator: ';',
            encoding: 'utf-8-bom',
            days: 'slashes',
            titles: 'canonical',
          }
    const path = join(directory, `saisines-${convention}.${habit.format}`)
    await writeSheet(path, habit, SAISINE_TITLES, rows)
    files.push({ path, kind: 'saisines', convention, rows: rows.length })
  }
  return files
}

async function writeForms({
  seed,
  plan,
  network,
  directory,
}: QuarterFiles): Promise<QuarterFile[]> {
  const random = createRandom(`${seed}/files/fiches`)
  const files: QuarterFile[] = []
  for (const [i, [office, forms]] of byOffice(plan.forms, network).entries()) {
    if (forms.length === 0) continue
    const habit = HABITS[i]!
    const columns = formColumns(plan.services, habit.titles)
    const titles = columns.map(({ title }) => title)
    const rows = formRows(random, forms, columns)
    const path = join(directory, `fiches-${office}.${habit.format}`)
    const heading = `Fiches retour, ${quarterLabel(plan.quarterStart)} (données fictives)`
    await writeSheet(path, habit, titles, habit.blankRows ? withBlankRows(rows) : rows, heading)
    files.push({ path, kind: 'fiches', convention: null, rows: rows.length })
  }
  return files
}

function byOffice(
  forms: readonly PlannedForm[],
  network: readonly DemoAssociation[]
): Array<[office: string, forms: PlannedForm[]]> {
  const regions = new Map(network.map(({ code, departments }) => [code, regionOf(departments[0]!)]))
  const offices = new Map(
    [...REGIONS.map(([slug]) => slug), 'complement'].map((slug) => [slug, [] as PlannedForm[]])
  )
  for (const form of forms) {
    offices.get(form.late ? 'complement' : regions.get(form.association)!)!.push(form)
  }
  return [...offices]
}

async function writeSheet(
  path: string,
  habit: SheetHabit,
  titles: readonly string[],
  rows: ReadonlyArray<readonly Cell[]>,
  heading = ''
): Promise<void> {
  if (habit.format !== 'xlsx') return writeCsv(path, habit, titles, rows)
  const { days, calendar1904 } = habit
  await writeXlsx(path, { days, calendar1904, ...(habit.heading && { heading }) }, titles, rows)
}
