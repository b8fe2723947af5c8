import { test } from '@japa/runner'
import { isOpen } from '#app/payments/bank/decision'
import { decidePart, type PendingPart } from '#app/payments/bank/decide_part'
import type { KnownTransfer, KnownTransfers } from '#app/payments/bank/known_transfers'

/** The order VIR-2026-0001 of three transfers, in these states. */
function order(...states: KnownTransfer['state'][]): KnownTransfers {
  const transfers = states.map((state, index): KnownTransfer => ({
    id: index + 1,
    endToEndId: `REL-${index + 1}`,
    instructionId: `VIR-2026-0001-0000${index + 1}`,
    amount: 1000 * (index + 1),
    state,
    orderId: 'VIR-2026-0001',
  }))
  return {
    byReference: new Map(transfers.map((one) => [one.endToEndId, one])),
    byOrder: new Map([['VIR-2026-0001', transfers]]),
  }
}

function part(amount: number, told: Partial<PendingPart> = {}): PendingPart {
  return {
    id: 1,
    amount,
    currency: 'EUR',
    endToEndId: null,
    lotId: null,
    otherReferences: [],
    returned: false,
    ...told,
  }
}

function decided(known: KnownTransfers, one: PendingPart, credits: PendingPart[] = []): string {
  const decision = decidePart(one, known, credits)
  if (isOpen(decision)) return decision.code
  const moves = decision.moves.map(({ transfer, state }) => `${transfer.id} ${state}`)
  return [...moves, ...(decision.offsets ?? []).map((id) => `rendu ${id}`)].join(', ')
}

test.group('Ce qu’une ligne du compte fait aux virements', () => {
  test('par sa référence et son montant, jamais l’un sans l’autre', ({ assert }) => {
    const known = order('accepted', 'issued', 'executed')
    assert.equal(decided(known, part(-1000, { endToEndId: 'REL-1' })), '1 executed')
    assert.equal(decided(known, part(-1001, { endToEndId: 'REL-1' })), 'MONTANT')
    assert.equal(decided(known, part(-2000, { endToEndId: 'REL-2', currency: 'CHF' })), 'DEVISE')
    assert.equal(decided(known, part(-3000, { endToEndId: 'REL-3' })), 'ETAT')
    assert.equal(decided(known, part(-1000, { endToEndId: 'REL-9' })), 'VIREMENT_INCONNU')
  })

  test('un crédit rend un virement exécuté quand la banque dit que c’est un retour', ({
    assert,
  }) => {
    const known = order('executed', 'issued', 'returned')
    const back = { returned: true }
    assert.equal(decided(known, part(1000, { endToEndId: 'REL-1', ...back })), '1 returned')
    assert.equal(decided(known, part(999, { endToEndId: 'REL-1', ...back })), 'MONTANT')
    assert.equal(decided(known, part(1000, { endToEndId: 'REL-1' })), 'CREDIT_A_VERIFIER')
    assert.equal(decided(known, part(2000, { endToEndId: 'REL-2', ...back })), 'ETAT')
    assert.equal(decided(known, part(3000, { endToEndId: 'REL-3', ...back })), 'ETAT')
    assert.equal(decided(known, part(1000, back)), 'RETOUR_INCONNU')
    assert.equal(decided(known, part(1000)), 'CREDIT')
  })

  test('un lot par son nom ou celui de son ordre, et le total de ce qui y attend', ({ assert }) => {
    const known = order('accepted', 'rejected', 'accepted')
    const paid = '1 executed, 3 executed'
    assert.equal(decided(known, part(-4000, { lotId: 'VIR-2026-0001-1' })), paid)
    assert.equal(decided(known, part(-4000, { lotId: 'VIR-2026-0001' })), paid)
    assert.equal(decided(known, part(-4000, { otherReferences: ['VIR-2026-0001'] })), paid)
    assert.equal(decided(known, part(-6000, { lotId: 'VIR-2026-0001-1' })), 'TOTAL_DU_LOT')
    assert.equal(decided(known, part(-4000, { lotId: 'VIR-2020-0001-1' })), 'DEBIT_SANS_REFERENCE')
    assert.equal(decided(known, part(4000, { lotId: 'VIR-2026-0001-1' })), 'CREDIT')
  })

  test('un lot débité en entier se règle avec les crédits qui rendent ses virements rejetés', ({
    assert,
  }) => {
    const known = order('accepted', 'rejected', 'rejected')
    const whole = part(-6000, { lotId: 'VIR-2026-0001-1' })
    const credits = [
      part(2000, { id: 7, endToEndId: 'REL-2', returned: true }),
      part(3000, { id: 8, endToEndId: 'REL-3', returned: true }),
    ]
    assert.equal(decided(known, whole, credits), '1 executed, rendu 7, rendu 8')
    assert.equal(decided(known, whole, credits.slice(1)), 'TOTAL_DU_LOT')
    assert.equal(
      decided(known, whole, [...credits, { ...credits[0]!, id: 9 }]),
      '1 executed, rendu 9, rendu 8'
    )
  })

  test('un lot déjà exécuté ne l’est pas deux fois', ({ assert }) => {
    const known = order('executed', 'executed', 'executed')
    assert.equal(decided(known, part(-6000, { lotId: 'VIR-2026-0001-1' })), 'ETAT')
  })
})
