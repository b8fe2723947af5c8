import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { buildNetwork } from '#app/demo/build_network'
import { writeBigCsv } from '#app/demo/write_big_csv'
import { CONVENTIONS } from '#tests/unit/demo/conventions'
import { folder } from '#tests/unit/demo/folder'
import { readFile } from '#tests/unit/demo/read_files'

test('un très gros trimestre : références distinctes, fautes comptées, mêmes octets', async ({
  assert,
  test: current,
}) => {
  const directory = folder(current)
  const write = (name: string) => {
    const paths = {
      saisines: join(directory, `saisines-${name}.csv`),
      fiches: join(directory, `fiches-${name}.csv`),
    }
    const expected = writeBigCsv({
      seed: 7,
      saisines: 12_000,
      quarterStart: '2026-07-01',
      convention: CONVENTIONS[0]!,
      network: buildNetwork({ seed: 7 }),
      paths,
    })
    return { paths, expected }
  }
  const { paths, expected } = write('a')
  assert.deepEqual(expected, {
    saisines: 12_000,
    forms: 11_976,
    outcomes: { RETENUE: 11_964, SAISINE_INCONNUE: 12 },
    findings: { SAISINE_INCONNUE: 12, FICHE_MANQUANTE: 36 },
  })

  const { rows: saisines } = await readFile({ path: paths.saisines })
  const { rows: fiches } = await readFile({ path: paths.fiches })
  const references = new Set(saisines.map(({ reference }) => reference))
  assert.equal(references.size, 12_000)
  assert.lengthOf(fiches, 11_976)
  assert.equal(new Set(fiches.map((form) => form.reference_saisine)).size, 11_976)
  assert.lengthOf(
    fiches.filter((form) => !references.has(form.reference_saisine)),
    12
  )

  const again = write('b')
  assert.isTrue(readFileSync(paths.saisines).equals(readFileSync(again.paths.saisines)))
  assert.isTrue(readFileSync(paths.fiches).equals(readFileSync(again.paths.fiches)))
})
