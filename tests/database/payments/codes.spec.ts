import { test } from '@japa/runner'
import type { Assert } from '@japa/assert'
import db from '@adonisjs/lucid/services/db'
import testUtils from '@adonisjs/core/services/test_utils'
import type { ReceivedOrder } from '#app/demo/bank/write_status'
import { granted } from '#app/demo/granted'
import { checkLedger } from '#app/ledger/checks/check_ledger'
import { readItemPage } from '#app/payments/bank/item_page'
import { createTransferOrder } from '#app/payments/orders/create_transfer_order'
import { nextTargetDay } from '#app/payments/target_calendar'
import { transfersList } from '#app/payments/orders/transfers_list'
import { parisDay } from '#app/shared/day'
import { row, rows } from '#app/shared/rows'
import {
  accountFile,
  lotDebit,
  openItems,
  received,
  statusFile,
  taken,
  told,
  transferStates,
} from '#tests/scenario/payments/bank'
import { camt } from '#tests/support/bank_files/camt'
import { cfonb } from '#tests/support/bank_files/cfonb'
import { emptyDatabase } from '#tests/support/laid'
import { runIn } from '#tests/support/run_in'
import { aWorld, type World } from '#tests/support/world'
import { KNOWN_REASONS } from '#tests/unit/payments/answers/read'

const DAY = '2026-12-02'
const WEEKS_LATER = '2027-01-20'

/** The reasons that block the payee’s account, in ISO’s codes and in CFONB’s. */
const ACCUSING = (
  'AC01 AC03 AC04 AC06 AC07 AC11 AC14 AG01 BE01 BE06 CNOR FR01 FRAD MD07 PY01 RC01 RC04 RC07 ' +
  'CFONB_12 CFONB_14 CFONB_16 CFONB_34 CFONB_35 CFONB_60 CFONB_88 CFONB_99'
)
  .split(' ')
  .map((code) => code.replace('_', ' '))

const ISO = KNOWN_REASONS.filter((code) => !code.startsWith('CFONB'))
const CFONB = KNOWN_REASONS.filter((code) => code.startsWith('CFONB'))

/** What each word on a whole order does of its three transfers. */
const STATUSES = {
  'accepted accepted accepted': 'ACCC ACCP ACFC ACSC ACSP ACTC ACWC ACWP',
  'rejected rejected rejected': 'CANC RJCT',
  'issued issued issued': 'PATC PDNG RCVD',
}

test.group('Chaque mot de la banque a son effet et son libellé', (group) => {
  let world: World
  let order: ReceivedOrder
  let first: ReceivedOrder['transfers'][number]
  let total: number

  group.setup(async () => {
    world = await aWorld({ associations: 3, saisines: 30 })
    const run = await runIn(world, 'issued')
    const { id } = granted(
      await createTransferOrder({
        runIds: [run.id],
        executionDate: nextTargetDay(parisDay(world.at)),
        actorId: world.people.finance.id,
        at: world.at,
      })
    )
    order = await received(id)
    first = order.transfers[0]!
    total = order.transfers.reduce((sum, { amount }) => sum + amount, 0)
    return emptyDatabase
  })

  const take = (bytes: Uint8Array, day = DAY) => taken(world, day, bytes)
  const states = async () => (await transferStates()).map((line) => line.split(' ')[1]!).join(' ')
  const blocked = async () =>
    (await row<{ n: number }>(
      'SELECT count(*) AS n FROM bank_accounts WHERE blocked_at IS NOT NULL'
    ))!.n
  /** Plays it, and leaves the database as it was. */
  const tried = async (story: () => Promise<void>) => {
    const end = await testUtils.db().wrapInGlobalTransaction()
    try {
      await story()
    } finally {
      await end()
    }
  }
  const faults = async () => {
    await rows('SET CONSTRAINTS ALL IMMEDIATE')
    return (await db.transaction(checkLedger)).flatMap(({ examples }) => examples)
  }
  /** The words of the list of an order’s transfers on the one that was refused or came back. */
  const wordsOfFirst = async () => {
    const list = transfersList(1)
    const [line] = await rows<never>(`SELECT * FROM (${list.sql}) AS list ORDER BY id`, [1])
    return list.columns.find(({ key }) => key === 'movedOn')!.words!(line!)
  }
  const checkReason = async (assert: Assert, code: string, state: string) => {
    assert.equal((await states()).split(' ')[0], state, code)
    assert.equal(await blocked(), ACCUSING.includes(code) ? 1 : 0, code)
    const words = await wordsOfFirst()
    assert.include(words, `(${code})`)
    assert.notInclude(words, 'non répertorié', code)
    assert.deepEqual(await openItems(), [], code)
  }

  test('chaque statut d’un ordre entier', async ({ assert }) => {
    for (const [after, codes] of Object.entries(STATUSES)) {
      for (const code of codes.split(' ')) {
        await tried(async () => {
          await take(statusFile(order, DAY, code))
          assert.equal(await states(), after, code)
          assert.deepEqual(await openItems(), [], code)
          assert.equal(await blocked(), 0, code)
        })
      }
    }
  })

  test('chaque statut d’un seul virement ; un inconnu attend, avec son mot', async ({ assert }) => {
    for (const [after, codes] of Object.entries(STATUSES)) {
      for (const code of codes.split(' ')) {
        await tried(async () => {
          await take(statusFile(order, DAY, 'PDNG', [told(order, first.endToEndId, code)]))
          assert.equal(await states(), `${after.split(' ')[0]} issued issued`, code)
        })
      }
    }
    await tried(async () => {
      await take(statusFile(order, DAY, 'PDNG', [told(order, first.endToEndId, 'WXYZ')]))
      assert.deepEqual(await openItems(), ['STATUT_INCONNU'])
      const { id } = (await row<{ id: number }>('SELECT max(id) AS id FROM bank_items'))!
      assert.equal((await readItemPage(id))!.status, 'WXYZ (code non répertorié)')
    })
  })

  test('chaque motif de rejet ISO, ligne à ligne', async ({ assert }) => {
    for (const code of ISO) {
      await tried(async () => {
        const lines = [told(order, first.endToEndId, 'RJCT', { reason: code })]
        await take(statusFile(order, DAY, 'PART', lines))
        assert.equal(await states(), 'rejected accepted accepted', code)
        await checkReason(assert, code, 'rejected')
      })
    }
  }).timeout(60_000)

  test('chaque motif de retour ISO, des semaines après, en camt.053 et 054, .08 et .02', async ({
    assert,
  }) => {
    for (const [index, code] of ISO.entries()) {
      const kind = index % 2 === 0 ? '053' : '054'
      const version = index % 4 < 2 ? '08' : '02'
      await tried(async () => {
        await take(accountFile(DAY, lotDebit(DAY, order, total)))
        const entry = {
          amount: first.amount,
          day: WEEKS_LATER,
          reference: `RET-${code}`,
          subfamily: 'RRTN',
          details: [{ endToEndId: first.endToEndId, amount: first.amount, code }],
        }
        await take(camt({ kind, version, opening: total, entries: [entry] }), WEEKS_LATER)
        await checkReason(assert, code, 'returned')
      })
    }
  }).timeout(60_000)

  test('chaque motif de rejet CFONB 120', async ({ assert }) => {
    for (const code of CFONB) {
      await tried(async () => {
        await take(accountFile(DAY, lotDebit(DAY, order, total)))
        const reject = code.slice(-2)
        const movements = [{ amount: first.amount, reference: first.endToEndId, reject }]
        await take(cfonb({ opening: total, movements }), WEEKS_LATER)
        await checkReason(assert, code, 'returned')
      })
    }
  }).timeout(60_000)

  test('un motif de nulle part ne bloque rien, est gardé et dit tel', async ({ assert }) => {
    await tried(async () => {
      const lines = [told(order, first.endToEndId, 'RJCT', { reason: 'ZZ99', words: 'NEUF' })]
      await take(statusFile(order, DAY, 'PART', lines))
      assert.equal(await blocked(), 0)
      assert.include(
        await wordsOfFirst(),
        'Motif ZZ99, code non répertorié\u00a0: «\u00a0NEUF\u00a0».'
      )
    })
  })

  test('un virement rejeté que la banque accepte ensuite attend une personne : réémis, il partirait deux fois', async ({
    assert,
  }) => {
    await tried(async () => {
      await take(statusFile(order, DAY, 'PART', [told(order, first.endToEndId, 'RJCT')]))
      await take(statusFile(order, DAY, 'PDNG', [told(order, first.endToEndId, 'ACSC')]))
      assert.equal(await states(), 'rejected accepted accepted')
      assert.deepEqual(await openItems(), ['ETAT'])
      await take(statusFile(order, DAY, 'ACCP'))
      assert.deepEqual(
        await openItems(),
        ['ETAT'],
        'l’accord du reste de l’ordre ne dit rien de lui'
      )
      assert.deepEqual(await faults(), [])
    })
  })

  test('une ligne qui nomme deux virements n’en touche aucun', async ({ assert }) => {
    await tried(async () => {
      const { instructionId } = order.transfers[1]!
      const line = { ...told(order, first.endToEndId, 'RJCT'), instructionId }
      await take(statusFile(order, DAY, 'PART', [line]))
      assert.equal(await states(), 'issued issued accepted')
      assert.deepEqual(await openItems(), ['REFERENCES_CONTRAIRES'])
    })
  })

  test('un avis puis un relevé qui le redit sans référence ne paie ni ne rend deux fois', async ({
    assert,
  }) => {
    await tried(async () => {
      const debit = { amount: -first.amount, day: DAY, details: [{ endToEndId: first.endToEndId }] }
      await take(camt({ kind: '054', entries: [{ ...debit, reference: 'A-1' }] }))
      await take(camt({ kind: '053', opening: total, entries: [debit] }))
      assert.equal(await states(), 'executed issued issued')
      assert.deepEqual(await openItems(), [`ETAT -${first.amount}`])
      assert.deepEqual(await faults(), [])
    })
  })
})
