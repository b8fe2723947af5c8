import { test } from '@japa/runner'
import { financialDocument } from '#app/reporting/financial_account/financial_document'
import type { FunderSource, ServicePaid } from '#app/reporting/funder_report/funder_source'
import { maskedReport } from '#app/reporting/funder_report/masked_report'

const THRESHOLD = 5

/** A report of saisines by department, each service taken up first by the saisines of the first departments. */
function source(departments: readonly number[], services: readonly ServicePaid[]): FunderSource {
  const saisines = departments.reduce((sum, one) => sum + one, 0)
  const cents = services.reduce((sum, one) => sum + one.cents, 0)
  const places = departments.map((count, i) => ({ code: `0${i + 1}`, count }))
  return {
    convention: { id: 1, code: 'A', title: 'A', funder: 'A', fictitious: true, ceiling: null },
    period: { from: '2026-01-01', until: '2026-12-31' },
    paid: {
      statements: 1,
      lines: services.reduce((sum, one) => sum + one.saisines, 0),
      cents,
      bookedCents: cents,
    },
    services: [...services],
    corrections: { saisines: 0, lines: 0, cents: 0 },
    others: { lines: 0, cents: 0 },
    saisines,
    profiles: [{ beneficiary: 'elu', mandate: 'maire', count: saisines }],
    facts: [{ code: null, count: saisines }],
    departments: places,
    crossing: services.flatMap((one) => {
      let left = one.saisines
      return places.map(({ code: department, count: there }) => {
        const count = Math.min(there, left)
        left -= count
        return { department, service: one.code, count }
      })
    }),
    opened: [],
    forms: [],
    delays: [],
    envelopes: [],
    receipts: { count: 0, cents: 0 },
  }
}

function service(code: string, saisines: number, acts: number, price: number): ServicePaid {
  return {
    code,
    label: code,
    saisines,
    acts,
    cents: acts * price,
    prices: [{ price, acts }],
    byPerson: saisines === acts,
    cap: null,
    beneficiaries: null,
  }
}

test.group('Ce que les totaux publiés disent ensemble', () => {
  test('le nombre de lignes et l’argent, lus ensemble, ne disent aucune prestation masquée', ({
    assert,
  }) => {
    const report = maskedReport(
      source([10], [service('A', 2, 9, 8000), service('B', 2, 2, 4000), service('C', 10, 10, 100)]),
      THRESHOLD
    )
    const [a, b, c] = report.services
    assert.isNull(a!.saisines)
    assert.isNull(b!.saisines)
    assert.equal(c!.saisines, 10)
    assert.equal(report.saisines, 10)
    const worlds: { ofA: number; acts: number; ofB: number }[] = []
    for (let ofA = 1; ofA <= 10; ofA++) {
      for (let ofB = 1; ofB <= 10; ofB++) {
        if (report.lines !== null && ofA + ofB !== report.lines - 10) continue
        const acts = (80_000 - 4000 * ofB) / 8000
        if (Number.isInteger(acts) && acts >= ofA) worlds.push({ ofA, acts, ofB })
      }
    }
    assert.deepInclude(worlds, { ofA: 2, acts: 9, ofB: 2 })
    for (const unknown of ['ofA', 'acts', 'ofB'] as const) {
      assert.isAbove(new Set(worlds.map((one) => one[unknown])).size, 1, unknown)
    }
  })

  test('le nombre de lignes s’écrit tant que rien de payé par saisine n’est masqué', ({
    assert,
  }) => {
    const report = maskedReport(
      source([20], [service('A', 2, 9, 8000), service('B', 3, 9, 4000), service('C', 20, 20, 100)]),
      THRESHOLD
    )
    assert.isNull(report.services[0]!.saisines)
    assert.equal(report.lines, 25)
  })

  test('le compte rendu financier ne dit pas un total que le rapport au financeur masque', ({
    assert,
  }) => {
    const said = (departments: number[], saisines: number) => {
      const read = source(
        departments,
        saisines === 0 ? [] : [service('C', saisines, saisines, 4500)]
      )
      const none = { planned: 0, booked: 0, declared: 0, done: 0 }
      const document = financialDocument(
        {
          convention: read.convention,
          year: 2026,
          draft: { texts: {}, amounts: {}, savedAt: null, savedBy: null },
          charges: [],
          produits: [],
          totals: { charges: none, produits: none },
          source: read,
          waiting: { count: 0, cents: 0 },
        },
        {
          federation: {
            name: 'Fédération fictive',
            siret: '',
            address: [],
            legalMentions: [],
          } as never,
          fictitious: true,
          chainHead: '',
          threshold: THRESHOLD,
        }
      )
      return document.sections[0]!.sentences[0]
    }
    const five = source([1, 1, 1, 1, 1], [service('C', 5, 5, 4500)])
    assert.isNull(maskedReport(five, THRESHOLD).saisines)
    assert.equal(
      said([1, 1, 1, 1, 1], 5),
      'D’après les lignes réglées dans l’année, un nombre masqué de saisines.'
    )
    assert.equal(said([12], 12), 'D’après les lignes réglées dans l’année, 12 saisines.')
    assert.equal(said([0], 0), 'D’après les lignes réglées dans l’année, 0 saisine.')
  })
})
