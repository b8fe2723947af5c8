import { readFileSync } from 'node:fs'
import { test } from '@japa/runner'
import { barePages, barePdf, countPages, EMBEDDED } from '#app/demo/bench/bare_pdf'
import { barePriceSql } from '#app/demo/bench/bare_price_sql'
import { bareWorkbook, readSheets } from '#app/demo/bench/bare_workbook'
import { benchFiles } from '#app/demo/bench/bench_files'
import { benchData } from '#app/demo/bench/bench_data'
import { benchLines } from '#app/demo/bench/bench_lines'
import { measureWith, type Cost } from '#app/demo/bench/measure'
import type { Bench } from '#app/demo/bench/run_bench'
import { buildNetwork } from '#app/demo/build_network'
import { folder } from '#tests/unit/demo/folder'
import { SHIPPED } from '#tests/unit/demo/shipped_conventions'
import { warmUpStatement } from '#app/statements/drawing/warm_up_statement'

const [AMF] = SHIPPED

test.group('Banc d’essai : le compte rendu', () => {
  test('chaque rapport est celui de la phase à sa borne, et les buts sont rappelés', ({
    assert,
  }) => {
    const lines = benchLines(bench()).join('\n')
    assert.match(lines, /Des fichiers aux lignes +6,00 +5,00 +3,00 .* 3,00 +4,00 +SQL nu/)
    assert.include(
      lines,
      'Des fichiers aux lignes : 6,00 s, 3,00 fois le SQL nu (but : 3), 4,00 en CPU'
    )
    assert.include(lines, 'Pic de mémoire : 800 Mo (but : moins de 1 000)')
    assert.include(
      lines,
      '✓ sur les seules fiches que le produit retient, le SQL nu trouve le même'
    )
    assert.include(lines, 'Documents non émis')
    assert.notInclude(lines, 'Des fichiers aux PDF')
  })

  test('un total qui diffère du SQL nu se voit', ({ assert }) => {
    const other = bench({ retainedCents: 123_46 })
    assert.include(benchLines(other).join('\n'), '✗ sur les seules fiches que le produit retient')
    assert.propertyVal((benchData(other) as { figures: object }).figures, 'sameTotal', false)
  })

  test('sans le temps de PostgreSQL, on dit que le CPU ne compte que Node', ({ assert }) => {
    const unread = bench({ cost: { ...cost(2, 1, 1), serverCpuSeconds: null } })
    assert.include(benchLines(unread).join('\n'), 'Le temps de PostgreSQL n’est pas lisible d’ici')
  })
})

test.group('Banc d’essai : les bornes', () => {
  test('un PDF nu a les pages du relevé et toutes ses lignes', async ({ assert }) => {
    const pages = barePages(warmUpStatement(), 3)
    assert.deepEqual(
      pages.map((rows) => rows.length),
      [27, 27, 27]
    )
    assert.equal(countPages(await barePdf(pages, EMBEDDED)), 3)
    assert.equal(countPages(await barePdf(pages, 'Helvetica')), 3)
  })

  test('un classeur nu a les mêmes feuilles et les mêmes cellules', async ({ assert }) => {
    const sheets = [
      {
        name: 'Détail',
        rows: [
          ['Référence', 'Montant'],
          ['S26-A', 12.5],
        ],
      },
      { name: 'Non retenues', rows: [['Référence']] },
    ]
    assert.deepEqual(await readSheets(await bareWorkbook(sheets)), sheets)
  })

  test('le SQL nu refuse une convention dont il ignore les règles', ({ assert }) => {
    assert.include(barePriceSql(AMF!), `CASE WHEN result IN ('prise_en_charge') THEN 6000`)
    assert.throws(() => barePriceSql({ ...AMF!, ceilingPerSaisine: 600_00 }))
    assert.throws(() => barePriceSql({ ...AMF!, priceDate: 'first_contact' }))
  })

  test('le SQL nu lit exactement les lignes que les bureaux envoient', async ({
    assert,
    test: current,
  }) => {
    const files = await benchFiles({
      seed: 7,
      saisines: 300,
      quarterStart: '2026-04-01',
      terms: AMF!,
      network: buildNetwork({ seed: 7 }),
      directory: folder(current),
    })
    const sent = files.files.filter(({ kind }) => kind === 'fiches')
    const rows = readFileSync(files.plain.fiches, 'utf8').trimEnd().split('\r\n').length - 1
    assert.equal(files.mix, 'offices')
    assert.equal(
      rows,
      sent.reduce((sum, one) => sum + one.rows, 0)
    )
  })

  test('une mesure sans horloge du serveur ne compte que ce processus', async ({ assert }) => {
    const { value, cost: measured } = await measureWith(null)(async () => 42)
    assert.equal(value, 42)
    assert.isNull(measured.serverCpuSeconds)
    assert.isAbove(measured.peakBytes, 0)
  })
})

function cost(wallSeconds: number, nodeCpuSeconds: number, serverCpuSeconds: number): Cost {
  return { wallSeconds, nodeCpuSeconds, serverCpuSeconds, peakBytes: 800e6 }
}

function bench(sql: Partial<Bench['sql']> = {}): Bench {
  return {
    machine: { cores: 2, load: 0.5, node: '24.0.0', postgres: '18.4' },
    world: { saisines: 1000, forms: 990, mix: 'csv' },
    setup: cost(1, 1, 0),
    phases: {
      run: { totalCents: 123_45 } as Bench['phases']['run'],
      rowsRead: 1990,
      lines: 2500,
      retained: 980,
      read: cost(4, 3, 2),
      reconcile: cost(1, 1, 1),
      calculate: cost(2, 2, 1),
      price: { cost: cost(0.1, 0.1, 0), forms: 980 },
      issue: null,
      check: { cost: cost(1, 0, 1), invariants: 26, breaches: 0 },
    },
    documents: null,
    sql: { cost: cost(2, 1, 1), totalCents: 130_00, retainedCents: 123_45, ...sql },
  }
}
