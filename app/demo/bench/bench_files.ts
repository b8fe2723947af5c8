import { join } from 'node:path'
import type { ConventionTerms } from '#app/conventions/convention_terms'
import { formRows } from '#app/demo/files/form_rows'
import { formColumns } from '#app/demo/files/form_titles'
import { SAISINE_TITLES, saisineRows } from '#app/demo/files/saisine_rows'
import { writeCsv } from '#app/demo/files/write_csv'
import type { CsvHabit } from '#app/demo/files/sheet_habit'
import type { DemoAssociation } from '#app/demo/network/demo_association'
import type { QuarterPlan } from '#app/demo/quarter/planned'
import { planQuarter } from '#app/demo/quarter_plan'
import { createRandom } from '#app/demo/random'
import { writeBigCsv } from '#app/demo/write_big_csv'
import { writeQuarter, type QuarterFile } from '#app/demo/write_quarter'
import type { Day } from '#app/shared/day'

/** Above this many, two CSV files take the place of the offices' workbooks, that nobody sends so large. */
const OFFICES_UP_TO = 50_000

const PLAIN: CsvHabit = {
  format: 'csv',
  separator: ';',
  encoding: 'utf-8-bom',
  days: 'slashes',
  titles: 'canonical',
}

export interface BenchFiles {
  saisines: number
  forms: number
  /** To import, in this order. */
  files: QuarterFile[]
  mix: 'offices' | 'csv'
  /** The same rows as two plain CSV files, for the SQL that reads nothing else. */
  plain: PlainFiles
}

export interface PlainFiles {
  saisines: string
  fiches: string
}

export interface BenchFilesWish {
  seed: number
  saisines: number
  quarterStart: Day
  terms: ConventionTerms
  network: readonly DemoAssociation[]
  directory: string
}

/** Writes the files of the quarter: as offices send them, or very large. */
export async function benchFiles(wish: BenchFilesWish): Promise<BenchFiles> {
  const { seed, saisines, quarterStart, terms, network, directory } = wish
  const paths = {
    saisines: join(directory, 'plain-saisines.csv'),
    fiches: join(directory, 'plain-fiches.csv'),
  }
  if (saisines > OFFICES_UP_TO) {
    const { forms } = writeBigCsv({
      seed,
      saisines,
      quarterStart,
      convention: terms,
      network,
      paths,
    })
    const file = (kind: 'saisines' | 'fiches', rows: number) => ({
      path: paths[kind],
      kind,
      convention: terms.code,
      rows,
    })
    return {
      saisines,
      forms,
      files: [file('saisines', saisines), file('fiches', forms)],
      mix: 'csv',
      plain: paths,
    }
  }
  const plan = planQuarter({ seed, saisines, quarterStart, conventions: [terms], network })
  const [, ...files] = await writeQuarter({ seed, plan, network, directory })
  writePlain(seed, plan, paths)
  return {
    saisines,
    forms: plan.forms.length,
    files,
    mix: 'offices',
    plain: paths,
  }
}

function writePlain(seed: number, plan: QuarterPlan, paths: PlainFiles): void {
  const random = createRandom(`${seed}/bench`)
  writeCsv(paths.saisines, PLAIN, SAISINE_TITLES, saisineRows(random, plan.saisines))
  const columns = formColumns(plan.services, 'canonical')
  const titles = columns.map(({ title }) => title)
  writeCsv(paths.fiches, PLAIN, titles, formRows(random, plan.forms, columns))
}
