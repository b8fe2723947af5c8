import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { granted } from '#app/demo/granted'
import { annualReview } from '#app/reporting/annual_review/annual_review'
import { yearFigures } from '#app/reporting/dashboard/year_figures'
import { financialAccount } from '#app/reporting/financial_account/financial_account'
import { funderReport } from '#app/reporting/funder_report/funder_report'
import { row } from '#app/shared/rows'
import { breaches, statements } from '#tests/scenario/books'
import { calculated, issued, recalculated, settled } from '#tests/scenario/campaign'
import { decide } from '#tests/scenario/corrections'
import { disagreements } from '#tests/scenario/disagreements'
import { openFederation } from '#tests/scenario/federation'
import { receiveForm, receiveWork } from '#tests/scenario/receive_work'

test.group('Rendre compte après une régularisation et un solde repris', () => {
  test('chaque rapport fait les livres au centime, et ne compte pas deux fois la dette reprise', async ({
    assert,
    cleanup,
  }) => {
    const federation = await openFederation({ associations: 1 })
    cleanup(federation.close)
    await receiveWork(federation, '2026-07-01', work('D26-01', 6))
    await settled(federation, '2026-08-01')
    await receiveForm(federation, '2026-08-10', work('D26-01', 1))
    const { run } = await calculated(federation, '2026-09-01')
    await decide(federation, 'D26-01', 'entretien_psychologique', 'approved')
    await recalculated(federation, run.id, '2026-09-01')
    await issued(federation, run.id, '2026-09-01')
    await receiveWork(federation, '2026-09-10', work('D26-02', 4))
    await settled(federation, '2026-10-01')
    assert.deepEqual(await statements(), [
      'REL-2026-000001 AV01 40500 40500 0',
      'REL-2026-000002 AV01 -30000 0 -30000',
      'REL-2026-000003 AV01 -1500 0 -1500',
    ])
    // 405 € paid, 300 € taken back, 285 € of new work: the third statement takes the debt of the second.
    const cost = 40500 - 30000 + 28500

    const { code } = (await row<{ code: string }>(
      'SELECT c.code FROM runs r JOIN conventions c ON c.id = r.convention_id LIMIT 1'
    ))!
    const year = { from: '2026-01-01', until: '2026-12-31' }
    const report = granted((await funderReport(code, year))!)
    assert.equal(report.paid.cents, cost)
    assert.equal(report.paid.bookedCents, cost)
    assert.isNull(report.masked.saisines, 'deux saisines se masquent')
    assert.isNull(report.masked.corrections.cents)

    const parts = await Promise.all(
      ['2026-08-01', '2026-09-01', '2026-10-01'].map(async (day) =>
        granted((await funderReport(code, { from: day, until: `${day.slice(0, 8)}28` }))!)
      )
    )
    assert.deepEqual(
      parts.map(({ paid }) => paid.cents),
      [40500, -30000, 28500]
    )

    const account = (await financialAccount(code, 2026))!
    assert.equal(account.totals.charges.booked, cost)
    assert.equal(granted(await annualReview(2026)).totals.cents, cost)
    const [figures] = await yearFigures(null, 2026, 2026)
    assert.equal(figures!.cents, cost)
    assert.deepEqual(await breaches(), [])

    await taken(1)
    assert.include(
      await disagreements(),
      'AMF-2021, lignes émises, toutes années : 39000, et non 38999',
      'un centime de travers dans les livres se voit'
    )
    await taken(-1)
  })
})

function work(reference: string, psychological: number) {
  return { reference, association: 'AV01', openedOn: '2026-05-04', psychological }
}

/** Takes cents from the entry of the first statement, on both sides, behind the books’ back. */
async function taken(cents: number): Promise<void> {
  await db.rawQuery('ALTER TABLE journal_postings DISABLE TRIGGER USER')
  await db.rawQuery(
    `UPDATE journal_postings p SET debit_cents = debit_cents - sign(debit_cents) * ?, credit_cents = credit_cents - sign(credit_cents) * ?
     FROM journal_entries e WHERE e.id = p.entry_id AND e.piece_ref = 'REL-2026-000001' AND e.kind = 'statement_issue'`,
    [cents, cents]
  )
  await db.rawQuery('ALTER TABLE journal_postings ENABLE TRIGGER USER')
}
