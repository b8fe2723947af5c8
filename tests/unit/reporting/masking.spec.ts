import fc from 'fast-check'
import { test } from '@japa/runner'
import { rowToConceal } from '#app/reporting/masking/conceal_amounts'
import { constraintsOf, type Figures } from '#app/reporting/masking/figures'
import { maskFigures } from '#app/reporting/masking/mask_figures'
import {
  derivedByBounds,
  derivedByElimination,
  derivedByExhaustion,
  type Report,
} from './attack.js'

const THRESHOLD = 5
const SEED = Number(process.env.SEED ?? Date.now() % 2 ** 31)

function list(parts: readonly number[]): Figures {
  const total = parts.reduce((sum, one) => sum + one, 0)
  return {
    values: [total, ...parts],
    sums: [{ total: 0, parts: parts.map((_, i) => i + 1) }],
    within: [],
    covers: [],
  }
}

/** Rows by columns with both margins and the total; figures in the order of reading, the total last. */
function crossing(cells: readonly (readonly number[])[]): Figures {
  const width = cells[0]!.length
  const values: number[] = []
  for (const row of cells) values.push(...row, add(row))
  const totals = cells[0]!.map((_, column) => add(cells.map((row) => row[column]!)))
  values.push(...totals, add(totals))
  const at = (row: number, column: number) => row * (width + 1) + column
  const rows = [...cells.keys()].map((row) => ({
    total: at(row, width),
    parts: totals.map((_, column) => at(row, column)),
  }))
  const columns = [...totals.keys(), width].map((column) => ({
    total: at(cells.length, column),
    parts: cells.map((_, row) => at(row, column)),
  }))
  return { values, sums: [...rows, ...columns], within: [], covers: [] }
}

/** A report as the funder reads it: persons by department and by mandate, and those of each service by department. */
function linked(persons: readonly (readonly boolean[])[][], mandates: readonly number[]): Figures {
  const values: number[] = []
  const figure = (value: number) => values.push(value) - 1
  const everybody = persons.flat()
  const total = figure(everybody.length)
  const departments = persons.map((there) => figure(there.length))
  const services = [...Array(3).keys()].map((service) =>
    figure(everybody.filter((one) => one[service]).length)
  )
  const cells = persons.map((there) =>
    services.map((_, service) => figure(there.filter((one) => one[service]).length))
  )
  const byMandate = mandates.map(() => 0)
  everybody.forEach((_, i) => (byMandate[mandates[i % mandates.length]! % mandates.length]! += 1))
  return {
    sums: [
      { total, parts: departments },
      { total, parts: byMandate.map(figure) },
      ...services.map((whole, service) => ({
        total: whole,
        parts: cells.map((row) => row[service]!),
      })),
    ],
    within: [
      ...services.map((part) => ({ part, whole: total })),
      ...cells.flatMap((row, department) =>
        row.map((part) => ({ part, whole: departments[department]! }))
      ),
    ],
    covers: [
      { whole: total, parts: services },
      ...cells.map((parts, department) => ({ whole: departments[department]!, parts })),
    ],
    values,
  }
}

function add(values: readonly number[]): number {
  return values.reduce((sum, one) => sum + one, 0)
}

function derived(figures: Figures, masked: ReadonlySet<number>): number[] {
  const report: Report = { values: figures.values, constraints: constraintsOf(figures), masked }
  return [
    ...derivedByElimination(report),
    ...derivedByBounds(report),
    ...((masked.size < 12 && derivedByExhaustion(report)) || []),
  ]
}

test.group('Masquer les petits nombres d’un rapport', () => {
  test('seul de sa liste, un petit nombre en emmène un second, le plus petit des autres', ({
    assert,
  }) => {
    assert.deepEqual([...maskFigures(list([3, 40, 9, 120]), THRESHOLD)].toSorted(), [1, 3])
  })

  test('deux nombres masqués qui ne peuvent être qu’un et un en emmènent un troisième', ({
    assert,
  }) => {
    const figures = list([1, 1, 30, 0])
    assert.deepEqual([...maskFigures(figures, THRESHOLD)].toSorted(), [1, 2, 3])
    assert.isNotEmpty(derived(figures, new Set([1, 2])), 'l’attaque trouve un et un')
  })

  test('zéro reste écrit, et rien ne se masque quand rien n’est petit', ({ assert }) => {
    assert.equal(maskFigures(list([0, 12, 5, 0]), THRESHOLD).size, 0)
  })

  test('un total plus petit que le seuil cache tout ce qu’il additionne', ({ assert }) => {
    assert.deepEqual([...maskFigures(list([2, 0, 1]), THRESHOLD)].toSorted(), [0, 1, 3])
  })

  test('dans un tableau croisé, une case emmène sa ligne et sa colonne', ({ assert }) => {
    const figures = crossing([
      [3, 20, 15],
      [12, 30, 18],
      [16, 22, 40],
    ])
    const masked = maskFigures(figures, THRESHOLD)
    assert.equal(masked.size, 4)
    assert.isEmpty(derived(figures, masked))
    assert.deepEqual(derived(figures, new Set([0])), [0, 0, 0])
  })

  test('au seuil d’un, rien ne se masque', ({ assert }) => {
    assert.equal(maskFigures(list([1, 2, 3]), 1).size, 0)
  })

  test('aucune case masquée d’une liste ou d’un tableau croisé ne se retrouve', ({ assert }) => {
    console.log(`      SEED=${SEED}`)
    const cell = fc.oneof(fc.integer({ min: 0, max: 7 }), fc.integer({ min: 0, max: 60 }))
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 6 }).chain((width) =>
          fc.array(fc.array(cell, { minLength: width, maxLength: width }), {
            minLength: 1,
            maxLength: 8,
          })
        ),
        fc.integer({ min: 2, max: 7 }),
        (cells, threshold) => {
          const figures = crossing(cells)
          const masked = maskFigures(figures, threshold)
          figures.values.forEach((value, i) => {
            if (value > 0 && value < threshold) assert.isTrue(masked.has(i))
            if (value === 0) assert.isFalse(masked.has(i))
          })
          assert.isEmpty(derived(figures, masked))
        }
      ),
      { seed: SEED, numRuns: 300 }
    )
  })

  test('ni à travers les tableaux liés d’un même rapport', ({ assert }) => {
    console.log(`      SEED=${SEED}`)
    const person = fc
      .tuple(fc.boolean(), fc.boolean(), fc.boolean())
      .map((one) => (one.some(Boolean) ? one : [true, false, false]))
    fc.assert(
      fc.property(
        fc.array(fc.array(person, { maxLength: 12 }), { minLength: 1, maxLength: 9 }),
        fc.array(fc.nat(4), { minLength: 2, maxLength: 5 }),
        (persons, mandates) => {
          const figures = linked(persons, mandates)
          assert.isEmpty(derived(figures, maskFigures(figures, THRESHOLD)))
        }
      ),
      { seed: SEED, numRuns: 300 }
    )
  })

  test('sans le masquage secondaire, l’attaque retrouve presque toujours une case', ({
    assert,
  }) => {
    let found = 0
    for (let i = 0; i < 40; i++) {
      const figures = crossing([
        [1 + (i % 4), 20 + i, 15],
        [12, 30, 18 + i],
        [16, 22, 40],
      ])
      if (derived(figures, new Set([0])).length > 0) found++
    }
    assert.equal(found, 40)
  })

  test('des figures qui ne s’additionnent pas arrêtent tout', ({ assert }) => {
    const wrong = { ...list([3, 4]), values: [8, 3, 4] }
    assert.throws(() => maskFigures(wrong, THRESHOLD), 'These figures do not add up')
  })

  test('cent départements et six prestations se masquent vite', ({ assert }) => {
    const persons = [...Array(100).keys()].map((d) =>
      Array.from({ length: (d * 7) % 23 }, (_, i) => [true, (i + d) % 3 === 0, (i * d) % 7 === 1])
    )
    const figures = linked(persons, [0, 1, 2, 3])
    const before = performance.now()
    const masked = maskFigures(figures, THRESHOLD)
    assert.isBelow(performance.now() - before, 60_000)
    assert.isEmpty([
      ...derivedByBounds({ values: figures.values, constraints: constraintsOf(figures), masked }),
    ])
  })
})

test.group('Masquer l’argent à côté d’un nombre masqué', () => {
  const price = (acts: number, cents: number) => ({ price: cents, lose: acts - 1, gain: Infinity })

  test('une prestation masquée seule se déduirait du total : une autre s’efface avec elle', ({
    assert,
  }) => {
    const spendings = [
      { figure: 1, usual: price(3, 12_000) },
      { figure: 2, usual: price(400, 6_000) },
      { figure: 3, usual: price(50, 9_000) },
    ]
    assert.equal(rowToConceal(spendings, new Set([1])), 2)
    assert.isNull(rowToConceal(spendings, new Set([1, 2])))
    assert.isNull(rowToConceal(spendings, new Set()))
  })

  test('deux prix publics qui ne font leur somme que d’une façon ne cachent rien', ({ assert }) => {
    const spendings = [
      { figure: 1, usual: price(3, 12_700) },
      { figure: 2, usual: price(4, 6_100) },
      { figure: 3, usual: price(900, 4_500) },
    ]
    assert.equal(rowToConceal(spendings, new Set([1, 2])), 3)
    assert.isNull(rowToConceal(spendings, new Set([1, 2, 3])))
  })

  test('des régularisations, qui n’ont pas de prix, cachent les premières', ({ assert }) => {
    const spendings = [
      { figure: 1, usual: price(3, 12_700) },
      { figure: 2, usual: price(900, 6_100) },
      { figure: 3, usual: null },
    ]
    assert.equal(rowToConceal(spendings, new Set([1])), 3)
    assert.isNull(rowToConceal(spendings, new Set([1, 3])))
  })

  test('une prestation payée une fois par saisine ne gagne que des personnes que rien ne montre', ({
    assert,
  }) => {
    const flat = { price: 100, lose: 0, gain: [{ figure: 7, room: 2 }] }
    const spendings = [
      { figure: 1, usual: flat },
      { figure: 2, usual: price(900, 200) },
      { figure: 3, usual: price(900, 300) },
    ]
    assert.equal(rowToConceal(spendings, new Set([1, 2])), 3, 'personne ne peut s’ajouter')
    assert.isNull(
      rowToConceal(spendings, new Set([1, 2, 7])),
      'deux personnes de plus, un acte de moins'
    )
  })

  test('ce qui n’est pas jugé dicible a toujours un autre compte au même prix', ({ assert }) => {
    console.log(`      SEED=${SEED}`)
    const row = fc.record({
      price: fc.constantFrom(0, 1, 2, 3, 4, 6, 9),
      lose: fc.nat(6),
      gain: fc.nat(6),
      hidden: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 4 }), (rows) => {
        const spendings = rows.map((usual, figure) => ({ figure, usual }))
        const masked = new Set([...rows.keys()].filter((rank) => rows[rank]!.hidden))
        if (masked.size === rows.length || rowToConceal(spendings, masked) !== null) return
        for (const rank of masked) assert.isTrue(hasOther(rows, [...masked], rank))
      }),
      { seed: SEED, numRuns: 5000 }
    )
  })
})

/** Looks at every way to spend the same money on the hidden rows, for one where this row is not what it is. */
function hasOther(
  rows: readonly { price: number; lose: number; gain: number }[],
  hidden: readonly number[],
  wanted: number
): boolean {
  const ways = (at: number, money: number, other: boolean): boolean => {
    const rank = hidden[at]
    if (rank === undefined) return money === 0 && other
    const { price, lose, gain } = rows[rank]!
    for (let more = -lose; more <= gain; more++) {
      if (ways(at + 1, money + more * price, other || (rank === wanted && more !== 0))) return true
    }
    return false
  }
  return ways(0, 0, false)
}
