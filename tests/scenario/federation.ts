import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ConventionFile } from '#app/conventions/file/convention_file'
import { importConvention } from '#app/conventions/file/import_convention'
import { buildNetwork } from '#app/demo/build_network'
import { createDemoPeople, type DemoPeople } from '#app/demo/demo_people'
import { DEMO_SETTINGS } from '#app/demo/demo_settings'
import { associationRows } from '#app/demo/files/association_rows'
import { ASSOCIATION_COLUMNS } from '#app/network/directory/check_association_row'
import { writeXlsx } from '#app/demo/files/write_xlsx'
import { granted } from '#app/demo/granted'
import type { DemoAssociation } from '#app/demo/network/demo_association'
import { approveDemoAccounts } from '#app/demo/play_network'
import { runImport } from '#app/intake/run_import'
import { installSettings } from '#app/network/settings/install_settings'
import type { SettingsInput } from '#app/network/settings/install_settings'
import { createDocumentPool, type DocumentPool } from '#app/statements/drawing/document_pool'
import { emptyDatabase } from '#tests/support/laid'
import { disagreements } from '#tests/scenario/disagreements'
import { importKind } from '#start/import_kinds'

/** A federation whose story a scenario tells, file by file and day by day. */
export interface Federation {
  people: DemoPeople
  /** AV01, AV02, AV03… each with its department, and an account approved in March 2026. */
  network: readonly DemoAssociation[]
  /** Folder of the files that offices send. */
  folder: string
  /** One thread draws all the documents of the story. */
  pool: DocumentPool
  /** Ends the story: what funders are told of it makes the books to the cent. */
  close: () => Promise<void>
}

export interface FederationWish {
  associations?: number
  /** Codes of `resources/conventions`. */
  conventions?: readonly string[]
  /** Changes what the file of a convention says before it is recorded. */
  change?: (file: ConventionFile) => ConventionFile
  settings?: Partial<SettingsInput>
}

/** Empties the database and opens a federation on 1 March 2026, through the product's own operations. */
export async function openFederation({
  associations = 3,
  conventions = ['AMF-2021'],
  change = (file) => file,
  settings = {},
}: FederationWish = {}): Promise<Federation> {
  const pool = createDocumentPool({ size: 1, warm: true })
  await emptyDatabase()
  const folder = await mkdtemp(join(tmpdir(), 'reversement-scenario-'))
  granted(await installSettings(null, { ...DEMO_SETTINGS, ...settings }))
  const people = await createDemoPeople()
  const opening = new Date('2026-03-01T09:00:00Z')
  for (const code of conventions) {
    granted(await importConvention(people.coordinator, change(await conventionFile(code)), opening))
  }
  const network = buildNetwork({ seed: 1 }).slice(0, associations)
  const path = join(folder, 'associations.xlsx')
  await writeXlsx(path, { days: 'dates' }, ASSOCIATION_COLUMNS, associationRows(network))
  const options = { actorId: people.coordinator.id, at: opening }
  granted(await runImport(await importKind('associations'), path, options))
  await approveDemoAccounts(people, new Date('2026-03-02T09:00:00Z'), null)
  return {
    people,
    network,
    folder,
    pool,
    async close() {
      await pool.close()
      await rm(folder, { recursive: true })
      assert.deepEqual(await disagreements(), [])
    },
  }
}

/** A convention as it is shipped. */
export async function conventionFile(code: string): Promise<ConventionFile> {
  const url = new URL(`../../resources/conventions/${code}.json`, import.meta.url)
  return JSON.parse(await readFile(url, 'utf8')) as ConventionFile
}
