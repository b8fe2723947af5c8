import { test } from '@japa/runner'
import testUtils from '@adonisjs/core/services/test_utils'
import { loadTerms } from '#app/conventions/load_terms'
import type { NewFeeSchedule } from '#app/conventions/fees/new_fee_schedule'
import { publishFeeSchedule } from '#app/conventions/fees/publish_fee_schedule'
import { rows } from '#app/shared/rows'
import {
  bareConvention,
  coordinator,
  counts,
  done,
  interview,
  messages,
  MONDAY,
  published,
  schedule,
} from '#tests/database/conventions/fixtures'
import { refuses } from '#tests/database/network/refuses'

test.group('Barèmes', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  async function convention(...schedules: NewFeeSchedule[]) {
    const actor = await coordinator()
    const id = await bareConvention(actor)
    const publish = (version: NewFeeSchedule) => publishFeeSchedule(actor, id, version, MONDAY)
    for (const version of schedules) done(await publish(version))
    return { id, publish }
  }

  test('une hausse au milieu d’un barème en garde le début et la fin', async ({ assert }) => {
    const { id, publish } = await convention(schedule('2026-01-01', '2027-01-01', 5000))
    done(await publish(schedule('2026-04-01', '2026-07-01', 5500)))
    assert.deepEqual(await published(id), [
      '2026-01-01 → 2026-04-01 : 5000',
      '2026-04-01 → 2026-07-01 : 5500',
      '2026-07-01 → 2027-01-01 : 5000',
      '✗ 2026-01-01 → 2027-01-01 : 5000',
    ])
  })

  test('une hausse sans fin termine le barème sans fin qui courait', async ({ assert }) => {
    const { id, publish } = await convention(schedule('2026-01-01', null, 5000))
    done(await publish(schedule('2026-07-01', null, 5250)))
    assert.deepEqual(await published(id), [
      '2026-01-01 → 2026-07-01 : 5000',
      '2026-07-01 → … : 5250',
      '✗ 2026-01-01 → … : 5000',
    ])
  })

  test('un barème qui en recouvre plusieurs n’en laisse que les bords', async ({ assert }) => {
    const { id, publish } = await convention(
      schedule('2026-01-01', '2026-04-01', 5000),
      schedule('2026-04-01', '2026-07-01', 5100),
      schedule('2026-07-01', '2026-10-01', 5200)
    )
    const { superseded } = done(await publish(schedule('2026-03-01', '2026-08-01', 6000)))
    assert.lengthOf(superseded, 3)
    assert.deepEqual(await published(id), [
      '2026-01-01 → 2026-03-01 : 5000',
      '2026-03-01 → 2026-08-01 : 6000',
      '2026-08-01 → 2026-10-01 : 5200',
      '✗ 2026-01-01 → 2026-04-01 : 5000',
      '✗ 2026-04-01 → 2026-07-01 : 5100',
      '✗ 2026-07-01 → 2026-10-01 : 5200',
    ])
  })

  test('deux barèmes qui se touchent ne se remplacent pas', async ({ assert }) => {
    const { id } = await convention(
      schedule('2026-01-01', '2026-07-01', 5000),
      schedule('2026-07-01', null, 5000)
    )
    assert.deepEqual(await published(id), [
      '2026-01-01 → 2026-07-01 : 5000',
      '2026-07-01 → … : 5000',
    ])
  })

  test('un barème qui dit déjà la même chose ne change rien: {0} → {1}')
    .with([
      ['2026-01-01', '2027-01-01'],
      ['2026-02-01', '2026-09-01'],
      ['2026-07-01', '2027-01-01'],
    ] as [string, string][])
    .run(async ({ assert }, [from, to]) => {
      const { publish } = await convention(
        schedule('2026-01-01', '2026-07-01', 5000),
        schedule('2026-07-01', '2027-01-01', 5000)
      )
      const before = await counts()
      const again = done(await publish(schedule(from, to, 5000)))
      assert.deepEqual(again, { scheduleId: null, superseded: [] })
      assert.deepEqual(await counts(), before)
    })

  test('le même prix prolongé d’un jour est un nouveau barème', async ({ assert }) => {
    const { id, publish } = await convention(schedule('2026-01-01', '2027-01-01', 5000))
    done(await publish(schedule('2026-01-01', '2027-01-02', 5000)))
    const [live] = await published(id)
    assert.equal(live, '2026-01-01 → 2027-01-02 : 5000')
  })

  test('un plafond, une issue ou un bénéficiaire de plus font un autre barème: {$i}')
    .with([
      { cap: null },
      { outcomes: ['prise_en_charge', 'refus'] },
      { beneficiaries: ['elu'] },
      { label: 'Entretien avec un psychologue' },
      { unit: 'per_saisine' as const },
    ])
    .run(async ({ assert }, change) => {
      const first = schedule('2026-01-01', null, 5000)
      const { publish } = await convention(first)
      const changed = { ...first, fees: [{ ...interview(5000), ...change }] }
      assert.isNotNull(done(await publish(changed)).scheduleId)
    })

  test('un barème qui a servi est remplacé, jamais modifié', async ({ assert }) => {
    const { id, publish } = await convention(schedule('2026-01-01', null, 5000))
    await rows('UPDATE fee_schedules SET frozen_at = now() WHERE convention_id = ?', [id])
    done(await publish(schedule('2026-07-01', null, 5250)))
    assert.deepEqual(await published(id), [
      '2026-01-01 → 2026-07-01 : 5000',
      '2026-07-01 → … : 5250',
      '✗ 2026-01-01 → … : 5000',
    ])
    for (const sql of [
      `UPDATE fees SET amount_cents = 1 WHERE fee_schedule_id IN
         (SELECT id FROM fee_schedules WHERE frozen_at IS NOT NULL AND convention_id = ?)`,
      'UPDATE fee_schedules SET ends_on = NULL, starts_on = starts_on + 1 WHERE frozen_at IS NOT NULL AND convention_id = ?',
      'DELETE FROM fee_schedules WHERE frozen_at IS NOT NULL AND convention_id = ?',
    ]) {
      assert.equal(await refuses(sql, [id]), '23001')
    }
  })

  test('la base refuse deux barèmes en vigueur le même jour', async ({ assert }) => {
    const { id } = await convention(schedule('2026-01-01', '2027-01-01', 5000))
    const insert =
      'INSERT INTO fee_schedules (convention_id, label, starts_on, ends_on) VALUES (?, ?, ?, ?)'
    assert.equal(await refuses(insert, [id, 'x', '2026-12-31', null]), '23P01')
  })

  test('un barème vide, à l’envers ou répété est refusé', async ({ assert }) => {
    const { publish } = await convention()
    const before = await counts()
    const sound = schedule('2026-01-01', '2027-01-01', 5000)
    assert.deepEqual(messages(await publish({ ...sound, fees: [] })), [
      'Ce barème ne paie aucune prestation.',
    ])
    const backwards = { ...sound, validity: { from: '2026-01-01', to: '2026-01-01' } }
    assert.deepEqual(messages(await publish(backwards)), ['Ce barème finit avant de commencer.'])
    const repeated = { ...sound, fees: [interview(5000), interview(6000)] }
    assert.lengthOf(messages(await publish(repeated)), 1)
    assert.deepEqual(await counts(), before)
  })

  test('les conditions d’une convention ne montrent que les barèmes en vigueur', async ({
    assert,
  }) => {
    const { id } = await convention(
      schedule('2026-07-01', null, 5250),
      schedule('2026-01-01', '2026-07-01', 5000),
      schedule('2026-01-01', '2026-07-01', 5100)
    )
    const terms = await loadTerms('FIC-2026')
    assert.equal(terms.id, id)
    assert.deepEqual(terms.deadline, { from: 'saisine', days: 90, effect: 'forclusion' })
    assert.deepEqual(terms.validity, { from: '2026-01-01', to: '2027-01-01' })
    assert.equal(terms.ceilingPerSaisine, 60_000)
    assert.deepEqual(
      terms.schedules.map(({ validity, fees }) => [validity.from, validity.to, fees[0]!.amount]),
      [
        ['2026-01-01', '2026-07-01', 5100],
        ['2026-07-01', null, 5250],
      ]
    )
    assert.deepEqual(terms, await loadTerms(id))
    await assert.rejects(() => loadTerms('ABSENTE'), /Convention inconnue/)
  })
})
