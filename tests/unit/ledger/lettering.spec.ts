import { test } from '@japa/runner'
import fc from 'fast-check'
import { letterPostings, type OpenPosting } from '#app/ledger/lettering/letter_postings'
import { letteringCode } from '#app/ledger/lettering/lettering_code'
import { sumCents } from '#app/shared/cents'
import { seed } from '#tests/unit/shared/property_seed'

/** An entry of a statement on the account of AV01: a credit above zero, a debit below. */
function posting(entryId: number, statementId: number, cents: number): OpenPosting {
  return {
    entryId,
    position: 2,
    account: '467000',
    auxiliary: 'AV01',
    statementId,
    debitCents: Math.max(-cents, 0),
    creditCents: Math.max(cents, 0),
  }
}

const entriesOf = (groups: OpenPosting[][]) =>
  groups.map((group) => group.map(({ entryId }) => entryId))

test.group('Lettrage', () => {
  test('un relevé se lettre avec son virement, pas avec celui d’un autre de même montant', ({
    assert,
  }) => {
    const open = [posting(1, 1, 4500), posting(2, 2, 4500), posting(3, 2, -4500)]
    assert.deepEqual(entriesOf(letterPostings(open, new Map())), [[2, 3]])
  })

  test('un virement retourné rouvre la dette, et le suivant se lettre avec le retour', ({
    assert,
  }) => {
    const once = [posting(1, 1, 4500), posting(2, 1, -4500)]
    const open = [...once, posting(5, 1, 4500), posting(8, 1, -4500)]
    assert.deepEqual(entriesOf(letterPostings(open.slice(0, 3), new Map())), [[1, 2]])
    assert.deepEqual(entriesOf(letterPostings(open, new Map())), [
      [1, 2],
      [5, 8],
    ])
  })

  test('un solde repris se lettre avec le relevé qui le reprend et son virement', ({ assert }) => {
    // 000003 ends at −50,00; 000004 owes 70,00 and pays 20,00.
    const open = [posting(3, 3, -5000), posting(4, 4, 7000), posting(7, 4, -2000)]
    assert.deepEqual(entriesOf(letterPostings(open, new Map([[3, 4]]))), [[3, 4, 7]])
    assert.deepEqual(entriesOf(letterPostings(open.slice(0, 2), new Map([[3, 4]]))), [])
  })

  test('deux comptes ne se lettrent pas ensemble', ({ assert }) => {
    const open = [posting(1, 1, 100), { ...posting(2, 1, -100), account: '468000' }]
    assert.deepEqual(letterPostings(open, new Map()), [])
  })

  test('les codes se suivent de AA à ZZ, puis AAA', ({ assert }) => {
    assert.deepEqual([1, 2, 26, 27, 676, 677, 678].map(letteringCode), [
      'AA',
      'AB',
      'AZ',
      'BA',
      'ZZ',
      'AAA',
      'AAB',
    ])
    assert.throws(() => letteringCode(0), 'Not a rank: 0')
  })

  test('tout lettrage est équilibré, aucune imputation n’y est deux fois, et la suite n’en change rien', ({
    assert,
  }) => {
    const open = fc
      .array(fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: -3, max: 3 })), {
        maxLength: 30,
      })
      .map((drafts) =>
        drafts
          .filter(([, cents]) => cents !== 0)
          .map(([statement, cents], at) => posting(at + 1, statement, cents))
      )
    fc.assert(
      fc.property(open, fc.nat(30), (postings, cut) => {
        const taken = new Map([[1, 2]])
        const groups = letterPostings(postings, taken)
        for (const group of groups) {
          assert.equal(sumCents(group.map((one) => one.debitCents - one.creditCents)), 0)
        }
        const used = groups.flat()
        assert.equal(new Set(used).size, used.length)
        const early = letterPostings(postings.slice(0, cut), taken)
        const late = letterPostings(
          postings.filter((one) => !early.flat().includes(one)),
          taken
        )
        assert.sameDeepMembers(entriesOf([...early, ...late]), entriesOf(groups))
      }),
      { seed, numRuns: 200 }
    )
  })
})
