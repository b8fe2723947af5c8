import { test } from '@japa/runner'
import { covers, overlap, type Period } from '#app/shared/period'

const year: Period = { from: '2026-01-01', to: '2027-01-01' }
const open: Period = { from: '2026-07-01', to: null }

test.group('Périodes', () => {
  test('une période couvre son premier jour et pas le jour où elle finit', ({ assert }) => {
    assert.isFalse(covers(year, '2025-12-31'))
    assert.isTrue(covers(year, '2026-01-01'))
    assert.isTrue(covers(year, '2026-12-31'))
    assert.isFalse(covers(year, '2027-01-01'))
  })

  test('une période sans fin couvre tous les jours qui suivent', ({ assert }) => {
    assert.isFalse(covers(open, '2026-06-30'))
    assert.isTrue(covers(open, '2026-07-01'))
    assert.isTrue(covers(open, '2099-12-31'))
  })

  test('deux barèmes qui se suivent ne se chevauchent pas', ({ assert }) => {
    const next: Period = { from: '2027-01-01', to: '2028-01-01' }
    assert.isFalse(overlap(year, next))
    assert.isFalse(overlap(next, year))
  })

  test('deux périodes qui partagent un jour se chevauchent', ({ assert }) => {
    const lastDay: Period = { from: '2026-12-31', to: '2027-06-01' }
    const inside: Period = { from: '2026-03-01', to: '2026-04-01' }
    for (const other of [lastDay, inside, open, year]) {
      assert.isTrue(overlap(year, other))
      assert.isTrue(overlap(other, year))
    }
    assert.isTrue(overlap(open, { from: '2030-01-01', to: null }))
    assert.isFalse(overlap(open, { from: '2026-01-01', to: '2026-07-01' }))
  })

  test('une période vide ne couvre rien et ne chevauche rien', ({ assert }) => {
    const empty: Period = { from: '2026-05-01', to: '2026-05-01' }
    assert.isFalse(covers(empty, '2026-05-01'))
    assert.isFalse(overlap(empty, year))
    assert.isFalse(overlap(year, empty))
  })
})
