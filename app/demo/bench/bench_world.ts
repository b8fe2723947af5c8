import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { ConventionTerms } from '#app/conventions/convention_terms'
import { loadTerms } from '#app/conventions/load_terms'
import { benchFiles, type BenchFiles } from '#app/demo/bench/bench_files'
import { buildNetwork } from '#app/demo/build_network'
import { importDemoConventions } from '#app/demo/demo_conventions'
import { createDemoPeople, type DemoPeople } from '#app/demo/demo_people'
import { DEMO_SETTINGS } from '#app/demo/demo_settings'
import { associationRows } from '#app/demo/files/association_rows'
import { ASSOCIATION_COLUMNS } from '#app/network/directory/check_association_row'
import { writeXlsx } from '#app/demo/files/write_xlsx'
import { granted } from '#app/demo/granted'
import { playImports } from '#app/demo/play_imports'
import { approveDemoAccounts } from '#app/demo/play_network'
import { installDepartments } from '#app/network/departments/install_departments'
import { installSettings } from '#app/network/settings/install_settings'
import { addDays, quarterEnd, type Day } from '#app/shared/day'
import { transaction } from '#app/shared/transaction'

const CONVENTION = 'AMF-2021'
const QUARTER_START = '2026-04-01'

export interface BenchWish {
  saisines: number
  seed: number
  /** Draw and archive the documents, whatever the number of saisines. */
  documents: boolean
  watch: (step: string, done?: number, total?: number) => void
}

/** One convention, 130 associations with an approved account, and the files of a quarter on disk. */
export interface BenchWorld extends BenchFiles {
  people: DemoPeople
  terms: ConventionTerms
  /** Cutoff of the run: later than all receptions. */
  until: Day
  at: Date
}

/** Prepares all that the measured phases start from. */
export async function benchWorld(wish: BenchWish, folder: string): Promise<BenchWorld> {
  wish.watch('Réseau, convention et fichiers fictifs')
  const opening = instant(addDays(QUARTER_START, -30))
  granted(await installSettings(null, DEMO_SETTINGS))
  const people = await createDemoPeople()
  await transaction(async (trx) => {
    await installDepartments(trx)
    return {}
  })
  await importDemoConventions(people.coordinator, wish.saisines, opening)
  const network = buildNetwork({ seed: wish.seed })
  const path = join(folder, 'associations.xlsx')
  await writeXlsx(path, { days: 'dates' }, ASSOCIATION_COLUMNS, associationRows(network))
  await playImports([{ path, kind: 'associations', convention: null, rows: 0 }], people, opening)
  await approveDemoAccounts(people, instant(addDays(QUARTER_START, -20)), null)

  const terms = await loadTerms(CONVENTION)
  const directory = join(folder, 'files')
  mkdirSync(directory)
  const files = await benchFiles({
    ...wish,
    quarterStart: QUARTER_START,
    terms,
    network,
    directory,
  })
  const until = addDays(quarterEnd(QUARTER_START), 92)
  return { ...files, people, terms, until, at: instant(until) }
}

function instant(day: Day): Date {
  return new Date(`${day}T09:00:00Z`)
}
