import { test } from '@japa/runner'
import { granted } from '#app/demo/granted'
import { closePeriod } from '#app/ledger/closing/close_period'
import { postReceipts } from '#app/ledger/receipts/post_receipts'
import { dismissItem } from '#app/payments/bank/dismiss_item'
import { matchItem } from '#app/payments/bank/match_item'
import { unmatchItem } from '#app/payments/bank/unmatch_item'
import type { Day } from '#app/shared/day'
import { row, rows } from '#app/shared/rows'
import { refusedWithoutWriting } from '#tests/support/picture'
import { breaches, journal } from '#tests/scenario/books'
import { openAccounts } from '#tests/scenario/ledger/books'
import { on, ordered } from '#tests/scenario/campaign'
import { openFederation, type Federation } from '#tests/scenario/federation'
import {
  accountFile,
  lotDebit,
  openItems,
  received,
  statusFile,
  taken,
  transferStates,
} from '#tests/scenario/payments/bank'
import { aQuarter, stateOf } from '#tests/scenario/payments/quarter'

const WRONG = 'Cette ligne n’était pas celle de ce virement.'

test.group('Un rapprochement fait par erreur se défait', (group) => {
  let federation: Federation
  let runId: number

  group.each.setup(async () => {
    federation = await openFederation()
    runId = (await aQuarter(federation)).id
    return federation.close
  })

  const order = async (day: Day) => received((await ordered(federation, [runId], day)).id)
  const take = (day: Day, ...lines: Parameters<typeof accountFile>[1][]) =>
    taken(federation, day, accountFile(day, ...lines))
  const lastItem = async () =>
    (await row<{ id: number }>('SELECT max(id) AS id FROM bank_items'))!.id
  const match = async (day: Day, ...references: string[]) => {
    const ids = await rows<{ id: number }>(
      'SELECT id FROM transfers WHERE end_to_end_id = ANY(?)',
      [references]
    )
    return matchItem({
      itemId: await lastItem(),
      transferIds: ids.map(({ id }) => id),
      actorId: federation.people.finance.id,
      at: on(day),
    })
  }
  const unmatch = async (day: Day, reason = WRONG) =>
    unmatchItem({
      itemId: await lastItem(),
      reason,
      actorId: federation.people.finance.id,
      at: on(day),
    })

  test('un débit pris pour un virement : il redevient accepté, son écriture est contre-passée, puis le vrai débit l’exécute', async ({
    assert,
  }) => {
    const sent = await order('2026-07-20')
    await taken(federation, '2026-07-21', statusFile(sent, '2026-07-21', 'ACCP'))
    await take('2026-07-22', {
      on: '2026-07-22',
      amount: -10_500,
      reference: 'LOYER',
      label: 'LOYER JUILLET',
    })
    granted(await match('2026-07-23', 'REL-2026-000001'))
    assert.deepEqual(await breaches(), [])

    const [blank] = await refusedWithoutWriting(assert, () => unmatch('2026-07-24', '  '))
    assert.equal(blank!.code, 'RAISON_MANQUANTE')
    assert.deepEqual(granted(await unmatch('2026-07-24')), { transfers: 1, state: 'executed' })
    assert.deepEqual(await transferStates(), [
      'REL-2026-000001 accepted',
      'REL-2026-000002 accepted',
      'REL-2026-000003 accepted',
    ])
    assert.deepEqual(await openItems(), ['DEBIT_SANS_REFERENCE -10500'])
    assert.deepEqual((await journal()).slice(6), [
      'REL-2026-000001 467000 AV01 10500 0',
      'REL-2026-000001 512000 0 10500',
      'REL-2026-000001 467000 AV01 0 10500',
      'REL-2026-000001 512000 10500 0',
    ])
    assert.deepEqual(await breaches(), [])
    const [again] = await refusedWithoutWriting(assert, () => unmatch('2026-07-24'))
    assert.equal(again!.code, 'RIEN_A_DEFAIRE')

    granted(
      await dismissItem(await lastItem(), {
        reason: 'Loyer de juillet.',
        actorId: federation.people.finance.id,
        at: on('2026-07-24'),
      })
    )
    await take('2026-07-25', lotDebit('2026-07-25', sent, 49_500))
    assert.equal(await stateOf(runId), 'paid')
    assert.deepEqual(await openItems(), [])
    assert.deepEqual(await breaches(), [])
    assert.deepEqual(await toldOf('AV01'), [
      'Virement du relevé REL-2026-000001 exécuté',
      'Virement du relevé REL-2026-000001 pas encore exécuté',
      'Virement du relevé REL-2026-000001 exécuté',
    ])
    const kept = await rows(
      `SELECT u.reason, m.state, to_char(m.moved_on, 'YYYY-MM-DD') AS on FROM undone_moves m
       JOIN match_undoings u ON u.id = m.undoing_id`
    )
    assert.deepEqual(kept, [{ reason: WRONG, state: 'executed', on: '2026-07-22' }])
  })

  test('un crédit pris pour un retour : le virement reste exécuté, le compte n’est plus bloqué, la campagne est payée de nouveau', async ({
    assert,
  }) => {
    const sent = await order('2026-07-20')
    await take('2026-07-22', lotDebit('2026-07-22', sent, 49_500))
    await take('2026-08-05', nameless('AC04'))
    granted(await match('2026-08-06', 'REL-2026-000003'))
    assert.equal(await stateOf(runId), 'issued')
    assert.equal(await blockedAccounts(), 1)

    granted(await unmatch('2026-08-07'))
    assert.equal(await stateOf(runId), 'paid')
    assert.equal(await blockedAccounts(), 0)
    assert.include(await transferStates(), 'REL-2026-000003 executed')
    assert.deepEqual(await openItems(), ['RETOUR_INCONNU 22500'])
    assert.deepEqual((await journal()).slice(-4), [
      'REL-2026-000003 467000 AV03 0 22500',
      'REL-2026-000003 512000 22500 0',
      'REL-2026-000003 467000 AV03 22500 0',
      'REL-2026-000003 512000 0 22500',
    ])
    assert.deepEqual(await breaches(), [])
    assert.equal((await toldOf('AV03')).at(-1), 'Virement du relevé REL-2026-000003 bien exécuté')
  })

  test('le relevé remis en paiement depuis : le retour ne se défait plus, sauf si la banque rejette le second virement', async ({
    assert,
  }) => {
    const sent = await order('2026-07-20')
    await take('2026-07-22', lotDebit('2026-07-22', sent, 49_500))
    await take('2026-08-05', nameless('MS03'))
    granted(await match('2026-08-06', 'REL-2026-000003'))
    const second = await order('2026-08-10')
    const [reissued] = await refusedWithoutWriting(assert, () => unmatch('2026-08-11'))
    assert.equal(reissued!.code, 'RELEVE_REEMIS')
    assert.include(reissued!.message, 'remis en paiement par REL-2026-000003-2')
    await taken(federation, '2026-08-12', statusFile(second, '2026-08-12', 'RJCT'))
    granted(await unmatch('2026-08-13'))
    assert.deepEqual((await transferStates()).slice(2), [
      'REL-2026-000003 executed',
      'REL-2026-000003-2 rejected',
    ])
    assert.equal(await stateOf(runId), 'paid')
    assert.deepEqual(await breaches(), [])
  })

  test('une exécution dont le virement est revenu ne se défait plus, ni ce que la banque a prouvé', async ({
    assert,
  }) => {
    const sent = await order('2026-07-20')
    await take('2026-07-22', { on: '2026-07-22', amount: -49_500, reference: 'D1', label: 'LOT' })
    granted(await match('2026-07-23', 'REL-2026-000001', 'REL-2026-000002', 'REL-2026-000003'))
    const [first] = sent.transfers
    await take('2026-07-28', {
      on: '2026-07-28',
      amount: 10_500,
      reference: 'R1',
      returned: true,
      transfers: [{ endToEndId: first!.endToEndId, amount: 10_500, reason: 'MS03' }],
    })
    const [returned] = await refusedWithoutWriting(assert, () => unmatch('2026-07-29'))
    assert.equal(returned!.code, 'VIREMENT_REVENU')
    await take('2026-07-30', { on: '2026-07-30', amount: -1250, reference: 'F1', label: 'FRAIS' })
    const [open] = await refusedWithoutWriting(assert, () => unmatch('2026-07-30'))
    assert.equal(open!.code, 'RIEN_A_DEFAIRE')
    const [unknown] = await refusedWithoutWriting(assert, () =>
      unmatchItem({ itemId: 999_999, reason: WRONG, actorId: federation.people.finance.id })
    )
    assert.equal(unknown!.code, 'SUSPENS_INCONNU')
    assert.deepEqual(await breaches(), [])
  })

  test('l’écriture d’une période close reste\u00a0: sa contre-passation se passe dans la période ouverte', async ({
    assert,
  }) => {
    await order('2026-07-20')
    await take('2026-07-22', { on: '2026-07-22', amount: -16_500, reference: 'D1', label: 'AUTRE' })
    granted(await match('2026-07-23', 'REL-2026-000002'))
    await openAccounts(federation)
    granted(await postReceipts(federation.people.finance.id))
    granted(await closePeriod(federation.people.approver.id, '2026-07-31', on('2026-08-02')))
    granted(await unmatch('2026-07-31'))
    const dates = await rows<{ line: string }>(
      `SELECT concat_ws(' ', e.kind, to_char(e.entry_date, 'YYYY-MM-DD'), to_char(r.entry_date, '← YYYY-MM-DD')) AS line
       FROM journal_entries e LEFT JOIN journal_entries r ON r.id = e.reverses_id
       WHERE e.transfer_id IS NOT NULL ORDER BY e.id`
    )
    assert.deepEqual(
      dates.map(({ line }) => line),
      ['transfer_execution 2026-07-22', 'transfer_execution 2026-08-01 ← 2026-07-22']
    )
    assert.deepEqual(await breaches(), [])
  })

  test('la base refuse d’effacer un état sans le garder, et une contre-passation qui n’en est pas une', async ({
    assert,
  }) => {
    await order('2026-07-20')
    await take('2026-07-22', { on: '2026-07-22', amount: -16_500, reference: 'D1', label: 'AUTRE' })
    granted(await match('2026-07-23', 'REL-2026-000002'))
    await assert.rejects(() => rows('DELETE FROM transfer_moves'), /ne se modifient/)
    await assert.rejects(
      () => rows('UPDATE bank_items SET resolution = NULL, resolved_by = NULL, resolved_at = NULL'),
      /rapproché ne se modifie plus/
    )
    await assert.rejects(
      () =>
        rows(
          `WITH undoing AS (INSERT INTO match_undoings (item_id, reason, undone_by, undone_at)
             SELECT max(id), 'X', 1, now() FROM bank_items RETURNING id)
           INSERT INTO undone_moves (id, undoing_id, transfer_id, state, moved_on, part_id, matched, moved_by, moved_at)
           SELECT m.id, undoing.id, transfer_id, state, moved_on, part_id, matched, moved_by, moved_at
           FROM transfer_moves m, undoing`
        ),
      /n’a pas son écriture/
    )
    await assert.rejects(
      () => rows(`UPDATE transfers SET state = 'issued' WHERE state = 'executed'`),
      /ne passe pas de/
    )
    assert.deepEqual(await breaches(), [])
  })

  /** A credit that says why it comes back, and not what it gives back. */
  function nameless(reason: string) {
    const transfers = [{ endToEndId: 'NOTPROVIDED', amount: 22_500, reason }]
    return { on: '2026-08-05', amount: 22_500, reference: 'RET-X', returned: true, transfers }
  }

  async function blockedAccounts(): Promise<number> {
    const found = await row<{ n: number }>(
      'SELECT count(*) AS n FROM bank_accounts WHERE blocked_at IS NOT NULL'
    )
    return found!.n
  }

  async function toldOf(code: string): Promise<string[]> {
    const found = await rows<{ subject: string }>(
      `SELECT subject FROM mails JOIN associations a ON a.id = association_id
       WHERE kind = 'transfer' AND code = ? ORDER BY mails.id`,
      [code]
    )
    return found.map(({ subject }) => subject)
  }
})
