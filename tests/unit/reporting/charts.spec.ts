import { test } from '@japa/runner'
import { sparkline, stackedBar, stackedColumns } from '#app/reporting/charts'

const part = (value: number) => ({ value, tone: 'bar' as const, title: String(value) })

test.group('Les dessins', () => {
  test('une barre partage mille unités selon ses parts', ({ assert }) => {
    const rects = stackedBar([part(250), part(250), part(500)], 1000)
    assert.deepEqual(
      rects.map(({ x, width }) => [x, width]),
      [
        [0, 250],
        [250, 250],
        [500, 500],
      ]
    )
  })

  test('une enveloppe dépassée reste dans son cadre, et un reste négatif n’a pas de largeur', ({
    assert,
  }) => {
    const rects = stackedBar([part(1500), part(500), part(-1000)], 1000)
    assert.deepEqual(
      rects.map(({ x, width }) => [x, width]),
      [
        [0, 750],
        [750, 250],
        [1000, 0],
      ]
    )
  })

  test('rien ne se dessine sans rien', ({ assert }) => {
    assert.deepEqual(stackedBar([], 0), [])
    const columns = stackedColumns(['jan'], [[part(0)]])
    assert.deepEqual(columns.rects, [])
    assert.equal(columns.highest, 0)
  })

  test('la plus haute colonne touche le haut, et les parts se posent l’une sur l’autre', ({
    assert,
  }) => {
    const { rects, highest } = stackedColumns(['jan', 'fév'], [[part(30), part(10)], [part(20)]])
    assert.equal(highest, 40)
    assert.deepEqual(
      rects.map(({ y, height }) => [y, height]),
      [
        [46.5, 103.5],
        [12, 34.5],
        [81, 69],
      ]
    )
  })

  test('une ligne va de gauche à droite, zéro en bas', ({ assert }) => {
    assert.equal(sparkline([0, 10, 5]), '2,22 50,2 98,12')
    assert.equal(sparkline([7]), '2,2')
  })
})
