import { test } from '@japa/runner'
import { RunSums } from '#app/settlement/calculation/run_sums'
import type { Trx } from '#app/shared/transaction'

test.group('Sommes d’une campagne', () => {
  test('par association et par prestation, une saisine compte une fois, réglée ou corrigée', async ({
    assert,
  }) => {
    const sums = new RunSums()
    sums.addSaisine(1)
    const ranks = [
      sums.add(1, 'ecoute', 4500),
      sums.add(1, 'entretien', 6000),
      sums.add(2, 'ecoute', 4500),
      sums.add(1, 'entretien', -1000),
      sums.add(1, 'ecoute', -500),
      sums.add(1, '', -2000),
    ]
    sums.addSaisine(2)
    sums.addCorrected(1, 77)
    sums.addCorrected(1, 77)
    assert.deepEqual(ranks, [1, 2, 1, 3, 4, 5])

    const written: unknown[][] = []
    const trx = {
      rawQuery: (_sql: string, bindings: unknown[]) => {
        written.push(bindings)
        return { rows: [] }
      },
    }
    await sums.write(trx as unknown as Trx, 9)
    assert.deepEqual(written, [
      [9, [1, 2], [5, 1], [2, 1], [7000, 4500]],
      [
        9,
        [1, 1, 1, 2],
        ['ecoute', 'entretien', '', 'ecoute'],
        [2, 2, 1, 1],
        [4000, 5000, -2000, 4500],
      ],
    ])
  })
})
