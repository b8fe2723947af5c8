import fc from 'fast-check'
import { test } from '@japa/runner'
import { figureBook } from '#app/reporting/masking/figure_book'
import type { Figures } from '#app/reporting/masking/figures'
import { maskFigures } from '#app/reporting/masking/mask_figures'
import { derivedByBounds, derivedByElimination, narrow, reportOf } from './attack.js'

const THRESHOLD = 5
const SEED = Number(process.env.SEED ?? Date.now() % 2 ** 31)

interface Tied {
  values: readonly number[]
  sums: readonly { total: number; parts: readonly number[] }[]
  within: readonly { part: number; whole: number }[]
  covers: readonly { whole: number; parts: readonly number[] }[]
}

function tied({ values, sums, within, covers }: Tied): Figures {
  const book = figureBook()
  for (const value of values) book.add(value)
  for (const { total, parts } of sums) book.sums(total, parts)
  for (const { part, whole } of within) book.within(part, whole)
  for (const { whole, parts } of covers) book.covers(whole, parts)
  return book.figures()
}

const hidden = (figures: Figures, threshold: number) =>
  [...maskFigures(figures, threshold).masked].toSorted()

function list(parts: readonly number[]): Figures {
  const total = parts.reduce((sum, one) => sum + one, 0)
  return tied({
    values: [total, ...parts],
    sums: [{ total: 0, parts: parts.map((_, i) => i + 1) }],
    within: [],
    covers: [],
  })
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
  return tied({ values, sums: [...rows, ...columns], within: [], covers: [] })
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
  return tied({
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
  })
}

function add(values: readonly number[]): number {
  return values.reduce((sum, one) => sum + one, 0)
}

function derived(figures: Figures, masked: ReadonlySet<number>): number[] {
  const report = reportOf(figures, masked)
  return [...derivedByElimination(report), ...derivedByBounds(report)]
}

test.group('Masquer les petits nombres d’un rapport', () => {
  test('seul de sa liste, un petit nombre en emmène un second, le plus petit des autres', ({
    assert,
  }) => {
    assert.deepEqual(hidden(list([3, 40, 9, 120]), THRESHOLD), [1, 3])
  })

  test('deux nombres masqués qui ne peuvent être qu’un et un en emmènent un troisième', ({
    assert,
  }) => {
    const figures = list([1, 1, 30, 0])
    assert.deepEqual(hidden(figures, THRESHOLD), [1, 2, 3])
    assert.isNotEmpty(derived(figures, new Set([1, 2])), 'l’attaque trouve un et un')
  })

  test('zéro reste écrit, et rien ne se masque quand rien n’est petit', ({ assert }) => {
    assert.equal(maskFigures(list([0, 12, 5, 0]), THRESHOLD).masked.size, 0)
  })

  test('un total plus petit que le seuil cache tout ce qu’il additionne', ({ assert }) => {
    assert.deepEqual(hidden(list([2, 0, 1]), THRESHOLD), [0, 1, 3])
  })

  test('dans un tableau croisé, une case emmène sa ligne et sa colonne', ({ assert }) => {
    const figures = crossing([
      [3, 20, 15],
      [12, 30, 18],
      [16, 22, 40],
    ])
    const { masked } = maskFigures(figures, THRESHOLD)
    assert.equal(masked.size, 4)
    assert.isEmpty(derived(figures, masked))
    assert.deepEqual(derived(figures, new Set([0])), [0, 0])
  })

  test('au seuil d’un, rien ne se masque', ({ assert }) => {
    assert.equal(maskFigures(list([1, 2, 3]), 1).masked.size, 0)
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
          const { masked, proven } = maskFigures(figures, threshold)
          assert.isTrue(proven)
          figures.figures.forEach(({ value }, i) => {
            if (value > 0 && value < threshold) assert.isTrue(masked.has(i))
            if (value === 0) assert.isFalse(masked.has(i))
          })
          assert.isEmpty(derived(figures, masked))
          assert.isEmpty(narrow(reportOf(figures, masked), threshold))
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
          const { masked, proven } = maskFigures(figures, THRESHOLD)
          assert.isTrue(proven)
          assert.isEmpty(derived(figures, masked))
          assert.isEmpty(narrow(reportOf(figures, masked), THRESHOLD))
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
    const book = figureBook()
    book.sums(book.add(8), [book.add(3), book.add(4)])
    assert.throws(() => book.figures(), 'These figures do not add up')
  })

  test('cent départements et six prestations se masquent vite', ({ assert }) => {
    const persons = [...Array(100).keys()].map((d) =>
      Array.from({ length: (d * 7) % 23 }, (_, i) => [true, (i + d) % 3 === 0, (i * d) % 7 === 1])
    )
    const figures = linked(persons, [0, 1, 2, 3])
    const before = performance.now()
    const { masked } = maskFigures(figures, THRESHOLD)
    assert.isBelow(performance.now() - before, 60_000)
    assert.isEmpty(derivedByBounds(reportOf(figures, masked)))
  })
})
