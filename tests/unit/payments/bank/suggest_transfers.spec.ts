import { test } from '@japa/runner'
import {
  suggestTransfers,
  type LineClues,
  type SuggestibleTransfer,
} from '#app/payments/bank/suggest_transfers'

const LINE: LineClues = {
  amount: -15_000,
  on: '2026-12-03',
  words: 'VIR SEPA RELEVE REL 2026 000007',
  counterparty: 'AIDE ENTRAIDE AISNE',
  counterpartyLast4: '1234',
  sameAccount: () => false,
}

function transfer(id: number, told: Partial<SuggestibleTransfer> = {}): SuggestibleTransfer {
  return {
    id,
    endToEndId: `REL-2026-00000${id}`,
    statement: `REL-2026-00000${id}`,
    association: 'AV02',
    holder: 'Association Autre',
    last4: '0000',
    bankAccountId: id,
    amount: 99,
    executionDate: '2026-10-01',
    state: 'accepted',
    ...told,
  }
}

test.group('Les virements proposés pour une ligne', () => {
  test('tout concorde : cent sur cent, chaque raison dite', ({ assert }) => {
    const right = transfer(7, {
      amount: 15_000,
      holder: 'Entr’aide de l’Aisne — ENTRAIDE',
      last4: '1234',
      executionDate: '2026-12-02',
    })
    const [best] = suggestTransfers(LINE, [transfer(1), right])
    assert.equal(best!.transfer.id, 7)
    assert.equal(best!.score, 100)
    assert.deepEqual(
      best!.reasons.map((reason) => reason.replaceAll(/[\u00a0\u202f]/g, ' ')),
      [
        'le montant est le même, 150,00 €',
        'la ligne cite REL-2026-000007',
        'le compte finit par 1234',
        'le titulaire, Entr’aide de l’Aisne — ENTRAIDE, y est nommé',
        'l’exécution était demandée le 02/12/2026',
      ]
    )
  })

  test('le même montant passe devant la même référence ; un simple mot ne suffit pas', ({
    assert,
  }) => {
    const found = suggestTransfers(LINE, [
      transfer(7),
      transfer(8, { amount: 15_000 }),
      transfer(9, { holder: 'Comité de l’Aisne' }),
    ])
    assert.deepEqual(
      found.map(({ transfer: { id }, score }) => [id, score]),
      [
        [8, 40],
        [7, 30],
      ]
    )
  })

  test('un virement qui revient se cherche après son exécution, et non avant', ({ assert }) => {
    const back = { ...LINE, amount: 15_000, words: '', counterparty: null }
    const before = transfer(1, { amount: 15_000, executionDate: '2026-12-20' })
    const after = transfer(2, { amount: 15_000, executionDate: '2026-11-10' })
    assert.deepEqual(
      suggestTransfers(back, [before, after]).map(({ transfer: { id }, score }) => [id, score]),
      [
        [2, 45],
        [1, 40],
      ]
    )
  })

  test('six propositions au plus, dans un ordre qui ne change pas', ({ assert }) => {
    const many = Array.from({ length: 20 }, (_, index) => transfer(index, { amount: 15_000 }))
    const found = suggestTransfers({ ...LINE, words: '' }, many)
    assert.deepEqual(
      found.map(({ transfer: { id } }) => id),
      [0, 1, 2, 3, 4, 5]
    )
  })
})
