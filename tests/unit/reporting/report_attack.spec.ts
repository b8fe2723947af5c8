import fc from 'fast-check'
import { test } from '@japa/runner'
import { funderDocument } from '#app/reporting/funder_report/funder_document'
import type { FunderSource } from '#app/reporting/funder_report/funder_source'
import { maskedReport } from '#app/reporting/funder_report/masked_report'
import type { ReportDocument } from '#app/reporting/documents/report_document'
import { derivedByElimination, narrow } from './attack.js'
import { boundsByProgramming } from './linear_bounds.js'
import { readerOf, type Bareme } from './reader.js'

const SEED = Number(process.env.SEED ?? Date.now() % 2 ** 31)

interface Person {
  place: number
  mandate: number
  fact: number
  /** Acts of each service, none when it had none. */
  acts: number[]
}

function sourceOf(
  persons: readonly Person[],
  bareme: readonly Bareme[],
  corrected: { saisines: number; cents: number }
): FunderSource {
  const services = bareme
    .map(({ label, price, byPerson, cap }, rank) => {
      const had = persons.filter(({ acts }) => acts[rank]! > 0)
      const acts = had.reduce((sum, one) => sum + one.acts[rank]!, 0)
      const cents = acts * price
      const prices = [{ price, acts }]
      const beneficiaries = null
      return {
        rank,
        code: label,
        label,
        saisines: had.length,
        acts,
        cents,
        prices,
        byPerson,
        cap,
        beneficiaries,
      }
    })
    .filter(({ saisines }) => saisines > 0)
  const cents = services.reduce((sum, one) => sum + one.cents, 0) + corrected.cents
  const tally = (key: (one: Person) => string) =>
    [...Map.groupBy(persons, key)]
      .map(([code, same]) => ({ code, count: same.length }))
      .toSorted((a, b) => (a.code < b.code ? -1 : 1))
  return {
    convention: { id: 1, code: 'A', title: 'A', funder: 'A', fictitious: true, ceiling: null },
    period: { from: '2026-01-01', until: '2026-12-31' },
    paid: {
      statements: 1,
      lines: services.reduce((sum, one) => sum + one.saisines, 0),
      cents,
      bookedCents: cents,
    },
    services,
    corrections: { ...corrected, lines: corrected.saisines },
    others: { lines: 0, cents: 0 },
    saisines: persons.length,
    profiles: tally(({ mandate }) => ['maire', 'adjoint', 'conseiller', ''][mandate]!).map(
      ({ code, count }) => ({ beneficiary: code === '' ? 'proche' : 'elu', mandate: code, count })
    ),
    facts: tally(({ fact }) => ['menaces', 'insultes', 'violences', 'degradations'][fact]!),
    departments: tally(({ place }) => `0${place + 1}`),
    crossing: services.flatMap(({ rank, code }) =>
      tally(({ place, acts }) => (acts[rank]! > 0 ? `0${place + 1}` : ''))
        .filter((one) => one.code !== '')
        .map((one) => ({ department: one.code, service: code, count: one.count }))
    ),
    opened: [],
    forms: [],
    delays: [],
    envelopes: [],
    receipts: { count: 0, cents: 0 },
  }
}

function printed(source: FunderSource, threshold: number): ReportDocument {
  const frame = { federation: {} as never, fictitious: true, chainHead: '', threshold }
  return funderDocument(source, maskedReport(source, threshold), frame)
}

const baremes = fc
  .uniqueArray(fc.constantFrom(100, 1500, 4500, 6000, 7500, 8000, 12_700), {
    minLength: 1,
    maxLength: 3,
  })
  .chain((prices) =>
    fc
      .array(
        fc.record({ byPerson: fc.boolean(), cap: fc.option(fc.integer({ min: 3, max: 8 })) }),
        {
          minLength: prices.length,
          maxLength: prices.length,
        }
      )
      .map((rules) =>
        prices.map((price, rank): Bareme => ({ label: `S${rank}`, price, ...rules[rank]! }))
      )
  )

const reports = fc
  .tuple(
    baremes,
    fc.array(
      fc.record({
        place: fc.nat(4),
        mandate: fc.nat(3),
        fact: fc.nat(3),
        acts: fc.array(fc.nat(4), { minLength: 3, maxLength: 3 }),
      }),
      { maxLength: 70, size: 'max' }
    ),
    fc.record({ saisines: fc.nat(6), cents: fc.integer({ min: -90_000, max: 90_000 }) }),
    fc.integer({ min: 2, max: 7 })
  )
  .map(([bareme, people, corrected, threshold]) => {
    const persons = people.map((one) => {
      const acts = bareme.map(({ byPerson }, rank): number =>
        byPerson ? Math.min(one.acts[rank]!, 1) : Math.min(one.acts[rank]!, 3)
      )
      if (!acts.some((many) => many > 0)) acts.splice(0, 1, 1)
      return { ...one, acts }
    })
    const money = corrected.saisines === 0 ? { saisines: 0, cents: 0 } : corrected
    const source = sourceOf(persons, bareme, money)
    const paid = bareme.filter(({ label }) => source.services.some((one) => one.label === label))
    return { source, bareme: paid, threshold }
  })

test.group('Le lecteur d’un rapport, qui connaît le barème', () => {
  test('ne retrouve aucune case masquée, ni ne la borne à moins de valeurs que le seuil n’en cache', ({
    assert,
  }) => {
    console.log(`      SEED=${SEED}`)
    let detailed = 0
    fc.assert(
      fc.property(reports, ({ source, bareme, threshold }) => {
        const report = printed(source, threshold)
        const reader = readerOf(report, printed(source, 1), bareme)
        if (reader.masked.size === 0) return
        detailed++
        assert.isEmpty(derivedByElimination(reader))
        const width = Math.max(1, threshold - 2)
        for (const [figure, [low, high]] of boundsByProgramming(reader)) {
          assert.isAtLeast(high - low, width - 1e-6, `figure ${figure}`)
        }
        assert.isEmpty(narrow(reader, threshold))
      }),
      { seed: SEED, numRuns: 150 }
    )
    assert.isAbove(detailed, 50)
  })

  test('retrouve presque toujours une case d’un rapport où seuls les petits nombres seraient masqués', ({
    assert,
  }) => {
    console.log(`      SEED=${SEED}`)
    let found = 0
    const sample = fc.sample(reports, { seed: SEED, numRuns: 60 })
    const small = sample.filter(({ source }) => source.saisines >= 20)
    for (const { source, bareme } of small) {
      const whole = printed(source, 1)
      const reader = readerOf(cellByCell(whole, 5), whole, bareme)
      if (derivedByElimination(reader).length > 0) found++
    }
    assert.isAbove(found, small.length / 2)
  })

  test('cinq saisines ou moins, que leur prix dirait toutes, ne sont pas détaillées', ({
    assert,
  }) => {
    const bareme = [{ label: 'S0', price: 4500, byPerson: true, cap: null }]
    const persons = [0, 1, 2].map((place) => ({ place, mandate: 0, fact: 1, acts: [1] }))
    const report = printed(sourceOf(persons, bareme, { saisines: 0, cents: 0 }), 5)
    assert.deepEqual(
      report.sections.map(({ title }) => title),
      [
        'D’où viennent ces chiffres',
        'Prestations',
        'Enveloppe et versements',
        'Saisines et fiches de la période',
      ]
    )
    assert.include(report.sections[1]!.sentences[0], '135,00')
    assert.isUndefined(report.sections[1]!.table)
    assert.notInclude(JSON.stringify(report), 'Maire')
  })
})

/** The same report, each small number masked alone, with the money of its row. */
function cellByCell(report: ReportDocument, threshold: number): ReportDocument {
  const sections = report.sections.map(({ table, ...section }) => ({
    ...section,
    ...(table && {
      table: {
        ...table,
        rows: table.rows.map((row) => {
          const small = row.cells.map(
            (one) => one?.kind === 'count' && one.value > 0 && one.value < threshold
          )
          const money = section.title === 'Prestations' && small[1]
          return {
            ...row,
            cells: row.cells.map((one, at) =>
              small[at] || (money && at > 0) ? ({ kind: 'masked' } as const) : one
            ),
          }
        }),
      },
    }),
  }))
  return { ...report, sections }
}
