import fc from 'fast-check'
import { test } from '@japa/runner'
import { maskedYear } from '#app/reporting/annual_review/masked_year'
import type { FunderSource } from '#app/reporting/funder_report/funder_source'
import { maskedReport } from '#app/reporting/funder_report/masked_report'

const THRESHOLD = 5
const SEED = Number(process.env.SEED ?? Date.now() % 2 ** 31)

/** A convention whose saisines come from so many departments, with one service, and the money that it costs. */
function source(code: string, departments: readonly number[]): FunderSource {
  const saisines = departments.reduce((sum, one) => sum + one, 0)
  const places = departments
    .map((count, i) => ({ code: String(i + 1).padStart(2, '0'), count }))
    .filter(({ count }) => count > 0)
  return {
    convention: { id: 1, code, title: code, funder: code, fictitious: true, ceiling: null },
    period: { from: '2026-01-01', until: '2026-12-31' },
    paid: { statements: 1, lines: saisines, cents: saisines * 4500, bookedCents: saisines * 4500 },
    services:
      saisines === 0
        ? []
        : [
            {
              code: 'forfait',
              label: 'Forfait',
              saisines,
              acts: saisines,
              cents: saisines * 4500,
              prices: [{ price: 4500, acts: saisines }],
              byPerson: true,
              cap: null,
              beneficiaries: null,
            },
          ],
    corrections: { saisines: 0, lines: 0, cents: 0 },
    others: { lines: 0, cents: 0 },
    saisines,
    profiles: saisines === 0 ? [] : [{ beneficiary: 'elu', mandate: 'maire', count: saisines }],
    facts: saisines === 0 ? [] : [{ code: null, count: saisines }],
    departments: places,
    crossing: places.map(({ code: department, count }) => ({
      department,
      service: 'forfait',
      count,
    })),
    opened: [],
    forms: [],
    delays: [],
    envelopes: [],
    receipts: { count: 0, cents: 0 },
  }
}

test.group('Le bilan et les rapports d’une même année', () => {
  test('le bilan ne dit pas un total dont les rapports donneraient la part masquée', ({
    assert,
  }) => {
    const sources = [source('A', [3, 20, 30, 9]), source('B', [12, 25, 8, 40])]
    const alone = maskedReport(sources[0]!, THRESHOLD)
    assert.isNull(alone.departments[0]!.count)
    assert.equal(maskedReport(sources[1]!, THRESHOLD).departments[0]!.count, 12)
    const year = maskedYear(sources, THRESHOLD)
    assert.isNull(year.departments[0]!.count, '15 au bilan moins 12 au rapport feraient 3')
    assert.equal(year.departments[1]!.count, 45)
    assert.equal(year.saisines, 147)
  })

  test('aucune part masquée d’un rapport n’est la différence du bilan et des autres', ({
    assert,
  }) => {
    console.log(`      SEED=${SEED}`)
    const counts = fc.array(fc.oneof(fc.nat(6), fc.nat(40)), { minLength: 4, maxLength: 4 })
    fc.assert(
      fc.property(fc.array(counts, { minLength: 1, maxLength: 3 }), (lists) => {
        const sources = lists.map((one, i) => source(`C${i}`, one))
        const year = maskedYear(sources, THRESHOLD)
        const reports = sources.map((one) => maskedReport(one, THRESHOLD))
        for (const { code, count } of year.departments) {
          const parts = reports.map(
            ({ departments }) => departments.find((one) => one.code === code) ?? { count: 0 }
          )
          const hidden = parts.filter((one) => one.count === null).length
          if (count !== null) {
            assert.notEqual(hidden, 1)
            assert.isTrue(count === 0 || count >= THRESHOLD)
          }
        }
      }),
      { seed: SEED, numRuns: 200 }
    )
  })

  test('sans saisine, le bilan est vide et ne masque rien', ({ assert }) => {
    const year = maskedYear([source('A', [0])], THRESHOLD)
    assert.equal(year.saisines, 0)
    assert.equal(year.hidden, 0)
  })
})
