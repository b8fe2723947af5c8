import { test } from '@japa/runner'
import { granted } from '#app/demo/granted'
import { matchItem } from '#app/payments/bank/match_item'
import { unmatchItem } from '#app/payments/bank/unmatch_item'
import { behindWall } from '#app/portal/behind_wall'
import type { Cents } from '#app/shared/cents'
import type { Day } from '#app/shared/day'
import { row } from '#app/shared/rows'
import { annualAttestation } from '#app/statements/attestation/annual_attestation'
import { attestedYears } from '#app/statements/attestation/attested_years'
import { breaches } from '#tests/scenario/books'
import { on, ordered } from '#tests/scenario/campaign'
import { openFederation, type Federation } from '#tests/scenario/federation'
import { accountFile, comeBack, lotDebit, received, taken } from '#tests/scenario/payments/bank'
import { aQuarter } from '#tests/scenario/payments/quarter'

test.group('L’attestation d’une année suit la banque et les livres', (group) => {
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

  /** `executed 2026-07-22 10500`, the total, then what is only asked; the total is that of the books. */
  const attested = async (code: string, year: number, today: Day) => {
    const { id } = (await row<{ id: number }>('SELECT id FROM associations WHERE code = ?', [
      code,
    ]))!
    const data = await behindWall(id, () => annualAttestation(year, today))
    if (!data) return null
    const books = await row<{ cents: Cents }>(
      `SELECT coalesce(sum(p.debit_cents - p.credit_cents), 0)::bigint AS cents FROM journal_entries e
       JOIN journal_postings p ON p.entry_id = e.id
       WHERE e.transfer_id IS NOT NULL AND p.auxiliary = ? AND extract(year FROM e.entry_date) = ?::numeric`,
      [code, String(year)]
    )
    return {
      lines: data.payments.map(({ deed, on: day, amount }) => `${deed} ${day} ${amount}`),
      total: data.total,
      inBooks: books!.cents,
      asked: data.asked.map(({ askedFor, amount }) => `${askedFor} ${amount}`),
      until: data.until,
    }
  }

  test('le jour est celui du débit, jamais celui qui était demandé ; sans débit, la demande est dite hors du total', async ({
    assert,
  }) => {
    const sent = await order('2026-07-20')
    const asked = await attested('AV01', 2026, '2026-07-21')
    assert.deepEqual(asked, {
      lines: [],
      total: 0,
      inBooks: 0,
      asked: ['2026-07-21 10500'],
      until: '2026-07-21',
    })
    await take('2026-07-23', lotDebit('2026-07-23', sent, 49_500))
    assert.deepEqual(await attested('AV01', 2026, '2026-07-24'), {
      lines: ['executed 2026-07-23 10500'],
      total: 10_500,
      inBooks: 10_500,
      asked: [],
      until: '2026-07-23',
    })
    assert.isNull(await attested('AV01', 2025, '2026-07-24'))
  })

  test('un retour est déduit de l’année où il revient, et le nouveau virement s’y ajoute', async ({
    assert,
  }) => {
    const sent = await order('2026-07-20')
    await take('2026-07-23', lotDebit('2026-07-23', sent, 49_500))
    await take('2026-12-28', comeBack('2026-12-28', 'REL-2026-000003', 22_500, 'MS03'))
    const again = await order('2026-12-29')
    await take('2027-01-04', lotDebit('2027-01-04', again, 22_500))
    await take('2027-01-12', comeBack('2027-01-12', 'REL-2026-000001', 10_500, 'MS03'))
    assert.deepEqual(await attested('AV03', 2026, '2027-02-01'), {
      lines: ['executed 2026-07-23 22500', 'returned 2026-12-28 -22500'],
      total: 0,
      inBooks: 0,
      asked: [],
      until: '2026-12-31',
    })
    const next = await attested('AV03', 2027, '2027-02-01')
    assert.deepEqual([next!.lines, next!.total], [['executed 2027-01-04 22500'], 22_500])
    const back = await attested('AV01', 2027, '2027-02-01')
    assert.deepEqual(
      [back!.lines, back!.total, back!.inBooks],
      [['returned 2027-01-12 -10500'], -10_500, -10_500]
    )
    const { id } = (await row<{ id: number }>(`SELECT id FROM associations WHERE code = 'AV03'`))!
    const years = await behindWall(id, () => attestedYears('2027-02-01'))
    assert.sameMembers(years, [2026, 2027])
    assert.deepEqual(await breaches(), [])
  })

  test('une erreur corrigée dans l’année n’y paraît pas, corrigée l’année d’après elle en est déduite', async ({
    assert,
  }) => {
    const actorId = federation.people.finance.id
    await order('2026-12-21')
    await take('2026-12-23', {
      on: '2026-12-23',
      amount: -10_500,
      reference: 'D1',
      label: 'LOYER',
    })
    const itemId = (await row<{ id: number }>('SELECT max(id) AS id FROM bank_items'))!.id
    const transferId = (await row<{ id: number }>('SELECT min(id) AS id FROM transfers'))!.id
    const reason = 'C’est le loyer.'
    const wrong = async (day: Day) =>
      granted(await matchItem({ itemId, transferIds: [transferId], actorId, at: on(day) }))
    await wrong('2026-12-23')
    granted(await unmatchItem({ itemId, reason, actorId, at: on('2026-12-24') }))
    const same = await attested('AV01', 2026, '2026-12-31')
    assert.deepEqual([same!.lines, same!.total], [[], 0])
    await wrong('2026-12-30')
    granted(await unmatchItem({ itemId, reason, actorId, at: on('2027-01-05') }))
    const before = await attested('AV01', 2026, '2027-02-01')
    assert.deepEqual([before!.lines, before!.inBooks], [['executed 2026-12-23 10500'], 10_500])
    const after = await attested('AV01', 2027, '2027-02-01')
    assert.deepEqual(
      [after!.lines, after!.total, after!.inBooks],
      [['corrected 2027-01-05 -10500'], -10_500, -10_500]
    )
    assert.deepEqual(await breaches(), [])
  })

  test('une association ne lit que les siens', async ({ assert }) => {
    const sent = await order('2026-07-20')
    await take('2026-07-23', lotDebit('2026-07-23', sent, 49_500))
    const { id } = (await row<{ id: number }>(`SELECT id FROM associations WHERE code = 'AV02'`))!
    const seen = await behindWall(id, () =>
      row<{ n: number; cents: Cents }>(
        'SELECT count(*) AS n, sum(amount_cents)::bigint AS cents FROM my_booked_transfers()'
      )
    )
    assert.deepEqual(seen, { n: 1, cents: 16_500 })
    assert.deepEqual(await row('SELECT count(*) AS n FROM my_booked_transfers()'), { n: 0 })
  })
})
