import { test } from '@japa/runner'
import { approvalsNeeded } from '#app/settlement/approval/approvals_needed'

const BANDS = [
  { fromCents: 0, approvals: 1 },
  { fromCents: 5_000_000, approvals: 2 },
  { fromCents: 20_000_000, approvals: 3 },
]

test.group('Approbations qu’il faut', () => {
  test('la tranche la plus haute que le montant atteint, au centime', ({ assert }) => {
    assert.equal(approvalsNeeded(4_999_999, BANDS), 1)
    assert.equal(approvalsNeeded(5_000_000, BANDS), 2)
    assert.equal(approvalsNeeded(19_999_999, BANDS), 2)
    assert.equal(approvalsNeeded(20_000_000, BANDS), 3)
  })

  test('une au moins, sans tranche, pour rien, ou sous zéro', ({ assert }) => {
    assert.equal(approvalsNeeded(0, []), 1)
    assert.equal(approvalsNeeded(-30_000, BANDS), 1)
    assert.equal(approvalsNeeded(0, [{ fromCents: 0, approvals: 0 }]), 1)
  })
})
