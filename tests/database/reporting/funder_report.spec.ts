import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import testUtils from '@adonisjs/core/services/test_utils'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import ExcelJS from 'exceljs'
import { granted } from '#app/demo/granted'
import { renderReportPdf } from '#app/reporting/documents/render_report_pdf'
import { writeReport } from '#app/reporting/documents/write_report'
import { yearFigures } from '#app/reporting/dashboard/year_figures'
import { funderReport, type FunderReport } from '#app/reporting/funder_report/funder_report'
import { readFunderSource } from '#app/reporting/funder_report/read_funder_source'
import { maskReport } from '#app/reporting/funder_report/mask_report'
import { reportFigures } from '#app/reporting/funder_report/report_figures'
import { conventionDelays } from '#app/reporting/home/delays'
import { figureBook } from '#app/reporting/masking/figure_book'
import { sumCents } from '#app/shared/cents'
import { formatAmount } from '#app/shared/french_format'
import { isRefused } from '#app/shared/result'
import { rows } from '#app/shared/rows'
import type { StatementData } from '#app/statements/content/statement_data'
import { emptyDatabase } from '#tests/support/laid'
import { runIn } from '#tests/support/run_in'
import { aWorld, type World } from '#tests/support/world'
import { derivedByBounds, derivedByElimination, reportOf } from '#tests/unit/reporting/attack'
import { boundsByProgramming } from '#tests/unit/reporting/linear_bounds'
import { readPdf } from '#tests/unit/statements/read_pdf'

const YEAR = { from: '2026-01-01', until: '2026-12-31' }

test.group('Le rapport au financeur', (group) => {
  let world: World
  let code: string
  let printed: StatementData[]

  group.setup(async () => {
    world = await aWorld({ associations: 6, saisines: 150 })
    await runIn(world, 'issued')
    const found = await rows<{ code: string; data: string }>(
      `SELECT c.code, content.data FROM statement_contents content JOIN statements st ON st.id = content.statement_id
       JOIN runs r ON r.id = st.run_id JOIN conventions c ON c.id = r.convention_id`
    )
    code = found[0]!.code
    printed = found.map(({ data }) => JSON.parse(data) as StatementData)
    return emptyDatabase
  })
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  const report = async (period = YEAR): Promise<FunderReport> =>
    granted((await funderReport(code, period))!)

  const threshold = (value: number) =>
    db.rawQuery('UPDATE settings SET masking_threshold = ?', [value])

  test('ses figures sont celles que les relevés impriment, au centime', async ({ assert }) => {
    await threshold(1)
    const { paid, masked } = await report()
    const lines = printed.flatMap((one) => one.lines)
    assert.equal(paid.cents, sumCents(printed.map(({ total }) => total)))
    assert.equal(paid.bookedCents, paid.cents)
    assert.equal(paid.statements, printed.length)
    assert.equal(masked.lines, lines.length)
    assert.equal(masked.saisines, new Set(lines.map(({ reference }) => reference)).size)
    for (const { label, acts, cents } of masked.services) {
      const same = lines.filter((one) => one.serviceLabel === label)
      assert.equal(cents, sumCents(same.map(({ amount }) => amount)), label)
      assert.equal(
        acts,
        same.reduce((sum, one) => sum + one.quantityRetained, 0),
        label
      )
    }
    assert.equal(masked.hidden, 0)
  })

  test('chaque partage fait le total, et les prestations par département font celles de tous', async ({
    assert,
  }) => {
    await threshold(1)
    const { masked } = await report()
    const add = (counts: (number | null)[]) => counts.reduce<number>((sum, one) => sum + one!, 0)
    for (const parts of [masked.facts, masked.departments, masked.profiles]) {
      assert.equal(add(parts.map(({ count }) => count)), masked.saisines)
    }
    masked.services.forEach(({ saisines }, rank) => {
      assert.equal(add(masked.departments.map(({ services }) => services[rank]!)), saisines)
    })
  })

  test('sous le seuil, rien de petit ne s’écrit, et l’argent part avec les personnes', async ({
    assert,
  }) => {
    await threshold(5)
    const { masked, document } = await report()
    const counts = [
      masked.saisines,
      ...masked.services.map(({ saisines }) => saisines),
      ...[...masked.facts, ...masked.departments, ...masked.profiles, ...masked.months].map(
        ({ count }) => count
      ),
      ...masked.departments.flatMap(({ services }) => services),
    ]
    for (const count of counts) if (count !== null && count !== 0) assert.isAtLeast(count, 5)
    assert.isAbove(masked.hidden, 0)
    for (const { saisines, acts, cents } of masked.services) {
      assert.equal(saisines === null, acts === null)
      assert.equal(saisines === null, cents === null)
    }
    assert.notEqual(masked.services.filter(({ cents }) => cents === null).length, 1)
    assert.include(JSON.stringify(document.sections), '"masked"')
  })

  test('les attaques ne retrouvent rien de ce que le rapport masque', async ({ assert }) => {
    const source = (await readFunderSource(code, YEAR))!
    for (const seuil of [3, 5, 11]) {
      const book = figureBook()
      const parts = reportFigures(book, source)
      const { masked, proven } = maskReport(book.figures(), parts, seuil)
      assert.isTrue(proven)
      assert.isAbove(masked.size, 0)
      const attacked = reportOf(book.figures(), masked)
      assert.isEmpty(derivedByElimination(attacked))
      assert.isEmpty(derivedByBounds(attacked))
      for (const [low, high] of boundsByProgramming(attacked).values()) {
        assert.isAtLeast(high - low, seuil - 2 - 1e-6)
      }
    }
  })

  test('un PDF qui dit d’où viennent les chiffres, le même à chaque fois, et un classeur qui dit autant', async ({
    assert,
    cleanup,
  }) => {
    const { document, paid } = await report()
    const bytes = await renderReportPdf(document)
    assert.isTrue(bytes.equals(await renderReportPdf(document)))
    const pdf = await readPdf(bytes)
    const text = pdf.text.replaceAll(/\s+/g, ' ')
    assert.isTrue(pdf.markInfo?.Marked)
    assert.include(pdf.xmp, 'pdfaid')
    assert.include(text, formatAmount(paid.cents).replaceAll(/\s/g, ' '))
    assert.include(text, `sur ${printed.length} relevés émis`)
    assert.include(text, 'l’écart est de 0,00 €')
    assert.include(text, 'masqué')
    assert.include(text, 'Données fictives')
    const [attached] = Object.values(pdf.attachments)
    assert.include(Buffer.from(attached!.content).toString(), '"kind":"masked"')

    const folder = await mkdtemp(join(tmpdir(), 'reversement-report-'))
    cleanup(() => rm(folder, { recursive: true }))
    const files = await writeReport(document, folder)
    assert.lengthOf(await readdir(folder), 2)
    const book = new ExcelJS.Workbook()
    await book.xlsx.load((await readFile(files[1]!)).buffer as ArrayBuffer)
    assert.lengthOf(book.worksheets, document.sections.length + 1)
    const total = book.worksheets[2]!.lastRow!.values as unknown[]
    assert.deepInclude(total, paid.cents / 100)
  })

  test('une période sans relevé dit zéro, et ne masque rien', async ({ assert }) => {
    const { paid, masked } = await report({ from: '2020-01-01', until: '2020-12-31' })
    assert.deepEqual(paid, { statements: 0, lines: 0, cents: 0, bookedCents: 0 })
    assert.equal(masked.saisines, 0)
    assert.equal(masked.hidden, 0)
  })

  test('si les livres disent autre chose, le rapport ne se fait pas', async ({ assert }) => {
    await db.rawQuery('ALTER TABLE journal_postings DISABLE TRIGGER USER')
    await db.rawQuery(
      'UPDATE journal_postings SET credit_cents = credit_cents + 1 WHERE credit_cents > 0'
    )
    const refused = (await funderReport(code, YEAR))!
    assert.isTrue(isRefused(refused))
    assert.include(JSON.stringify(refused), 'RAPPORT_DIFFERENT_DES_LIVRES')
  })

  test('ce que la purge a ramené au premier jour du trimestre ne fait plus aucun délai', async ({
    assert,
  }) => {
    const before = (await readFunderSource(code, YEAR))!
    const [year] = await yearFigures(before.convention.id, 2026, 2026)
    assert.isTrue(before.delays.every(({ saisines }) => saisines > 1))
    for (const [table, sets] of [
      [
        'saisines',
        `opened_on = date_trunc('quarter', opened_on::timestamp), mandate = 'non_precise', facts = NULL,
        collective_event = NULL`,
      ],
      [
        'return_forms',
        `received_on = date_trunc('quarter', received_on::timestamp), first_contact_on = NULL,
        last_act_on = NULL, memo_de_vie = NULL, note = NULL`,
      ],
    ]) {
      await db.rawQuery(`ALTER TABLE ${table} DISABLE TRIGGER USER`)
      await db.rawQuery(
        `UPDATE ${table} SET reference = 'ANO-' || reference, import_row = NULL, anonymised_at = now(), ${sets}`
      )
    }
    const after = (await readFunderSource(code, YEAR))!
    assert.equal(after.saisines, before.saisines)
    assert.isEmpty(after.delays)
    const [purged] = await yearFigures(before.convention.id, 2026, 2026)
    assert.equal(purged!.forms, year!.forms)
    assert.isNotNull(year!.formDays)
    assert.isNull(purged!.formDays)
    assert.isNull(purged!.contactDays)
    assert.isEmpty(await conventionDelays())
  })

  test('une convention inconnue n’a pas de rapport', async ({ assert }) => {
    assert.isNull(await funderReport('RIEN', YEAR))
  })
})
