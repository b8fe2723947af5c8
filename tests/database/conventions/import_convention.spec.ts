import { test } from '@japa/runner'
import testUtils from '@adonisjs/core/services/test_utils'
import { importConvention } from '#app/conventions/file/import_convention'
import { loadAllTerms } from '#app/conventions/load_terms'
import { publishFeeSchedule } from '#app/conventions/fees/publish_fee_schedule'
import { isRefused } from '#app/shared/result'
import { row, rows } from '#app/shared/rows'
import {
  coordinator,
  counts,
  done,
  file,
  messages,
  MONDAY,
  schedule,
} from '#tests/database/conventions/fixtures'

test.group('Import d’une convention', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('les trois conventions de démonstration s’enregistrent, et disent leurs montants fictifs', async ({
    assert,
  }) => {
    const actor = await coordinator()
    for (const code of ['AMF-2021', 'MIN-2023', 'FIC-2026'] as const) {
      const { created } = done(await importConvention(actor, await file(code), MONDAY))
      assert.isTrue(created)
    }
    const terms = await loadAllTerms()
    assert.deepEqual(
      terms.map(({ code, validity, schedules }) => [code, validity.to, schedules.length]),
      [
        ['AMF-2021', '2028-07-01', 2],
        ['FIC-2026', '2027-01-01', 2],
        ['MIN-2023', null, 1],
      ]
    )
    const real = await row<{ n: number }>(
      'SELECT count(*) AS n FROM conventions WHERE NOT fictitious_amounts'
    )
    assert.equal(real!.n, 0)
  })

  test('le même fichier deux fois ne change rien', async ({ assert }) => {
    const actor = await coordinator()
    done(await importConvention(actor, await file('AMF-2021'), MONDAY))
    const before = await counts()
    const again = done(await importConvention(actor, await file('AMF-2021'), MONDAY))
    assert.deepInclude(again, { created: false, added: {} })
    assert.deepEqual(await counts(), before)
  })

  test('un barème remplacé depuis n’est pas remis en vigueur par l’ancien fichier', async ({
    assert,
  }) => {
    const actor = await coordinator()
    const { conventionId } = done(await importConvention(actor, await file('FIC-2026'), MONDAY))
    const rise = schedule('2026-07-01', '2027-01-01', 9900)
    done(await publishFeeSchedule(actor, conventionId, rise, MONDAY))
    const before = await counts()
    done(await importConvention(actor, await file('FIC-2026'), MONDAY))
    assert.deepEqual(await counts(), before)
  })

  test('un versement, une enveloppe et un barème de plus s’ajoutent', async ({ assert }) => {
    const actor = await coordinator()
    const stated = await file('FIC-2026')
    done(await importConvention(actor, stated, MONDAY))
    const grown = {
      ...stated,
      receipts: [
        ...stated.receipts,
        { receivedOn: '2026-09-01', amountCents: 100, reference: 'FIC-2026-2' },
      ],
      envelopes: [...stated.envelopes, { from: '2027-01-01', to: '2028-01-01', amountCents: 0 }],
      feeSchedules: [
        ...stated.feeSchedules,
        { ...stated.feeSchedules[1]!, from: '2027-01-01', to: null },
      ],
    }
    const { added } = done(await importConvention(actor, grown, MONDAY))
    assert.deepEqual(added, { receipts: 1, envelopes: 1, feeSchedules: 1 })
  })

  test('un fait ne change que par un avenant', async ({ assert }) => {
    const actor = await coordinator()
    const stated = await file('FIC-2026')
    done(await importConvention(actor, stated, MONDAY))
    const before = await counts()
    const prolonged = { ...stated, endsOn: '2028-01-01' }
    assert.deepEqual(messages(await importConvention(actor, prolonged, MONDAY)), [
      'endsOn\u00a0: le fichier contredit la convention enregistrée.',
    ])
    assert.deepEqual(await counts(), before)

    const amendment = {
      number: 1,
      signedOn: '2026-11-30',
      effectiveOn: '2027-01-01',
      changes: { endsOn: '2028-01-01' },
    }
    const amended = { ...prolonged, amendments: [amendment] }
    assert.deepEqual(done(await importConvention(actor, amended, MONDAY)).added, { amendments: 1 })
    const recorded = await row<{ endsOn: string }>(
      `SELECT ends_on AS "endsOn" FROM conventions WHERE code = 'FIC-2026'`
    )
    assert.equal(recorded!.endsOn, '2028-01-01')
  })

  test('une enveloppe ne change que par un avenant, et l’ancienne reste', async ({ assert }) => {
    const actor = await coordinator()
    const stated = await file('FIC-2026')
    done(await importConvention(actor, stated, MONDAY))
    const [envelope] = stated.envelopes
    const raised = { ...stated, envelopes: [{ ...envelope!, amountCents: 90_000_000 }] }
    const before = await counts()
    const refused = await importConvention(actor, raised, MONDAY)
    assert.include(messages(refused)[0], 'envelopes')
    assert.deepEqual(await counts(), before)

    const amendment = {
      number: 1,
      signedOn: '2026-09-01',
      effectiveOn: '2026-09-01',
      changes: { envelopes: raised.envelopes },
    }
    const amended = { ...raised, amendments: [amendment] }
    const { added } = done(await importConvention(actor, amended, MONDAY))
    assert.deepEqual(added, { amendments: 1, envelopes: 1 })
    assert.deepEqual(await envelopes(), [
      { amount: envelope!.amountCents, replaced: true },
      { amount: 90_000_000, replaced: false },
    ])
    assert.deepEqual(done(await importConvention(actor, amended, MONDAY)).added, {})
    assert.isTrue(isRefused(await importConvention(actor, stated, MONDAY)))

    const lowered = { ...amended, envelopes: stated.envelopes }
    const second = { ...amendment, number: 2, changes: { envelopes: stated.envelopes } }
    const back = { ...lowered, amendments: [amendment, second] }
    assert.deepEqual(done(await importConvention(actor, back, MONDAY)).added, {
      amendments: 1,
      envelopes: 1,
    })
    assert.lengthOf(await envelopes(), 3)
  })

  test('un fichier qui contredit l’enregistré est refusé en entier', async ({ assert }) => {
    const actor = await coordinator()
    const stated = await file('FIC-2026')
    done(await importConvention(actor, stated, MONDAY))
    const before = await counts()
    const [first, second] = stated.feeSchedules
    const contradictory = {
      ...stated,
      funder: { code: 'AUTRE', name: 'Un autre financeur' },
      reallocationAuthority: { article: 'Article 9', proof: 'Rien' },
      feeSchedules: [{ ...first!, fees: [{ ...first!.fees[0]!, amountCents: 1 }] }, second!],
      envelopes: [{ ...stated.envelopes[0]!, amountCents: 1 }],
      receipts: [
        { ...stated.receipts[0]!, amountCents: 1 },
        { receivedOn: '2026-09-01', amountCents: 100, reference: 'FIC-2026-2' },
      ],
    }
    const refusals = messages(await importConvention(actor, contradictory, MONDAY))
    assert.deepEqual(
      refusals.map((message) => message.split(/[\s\u00a0]/)[0]),
      ['funder.code', 'reallocationAuthority', 'feeSchedules.0', 'envelopes', 'receipts']
    )
    assert.deepEqual(await counts(), before)
  })

  test('le compte du financeur se dit dans le fichier, une fois, et le fichier qui s’en tait le laisse', async ({
    assert,
  }) => {
    const actor = await coordinator()
    const stated = await file('AMF-2021')
    const account = (number: string) => ({
      ...stated,
      funderAccount: { account: number, label: 'Subventions (fictif)' },
    })
    assert.deepEqual(messages(await importConvention(actor, account('467000'), MONDAY)), [
      'funderAccount\u00a0: Le compte 467000 est celui des sommes à payer aux associations\u00a0: un versement du financeur n’en paie aucune.',
    ])
    done(await importConvention(actor, stated, MONDAY))
    const grown = done(await importConvention(actor, account('741000'), MONDAY))
    assert.deepEqual(grown.added, { funderAccount: 1 })
    assert.deepEqual(done(await importConvention(actor, account('741000'), MONDAY)).added, {})
    assert.deepEqual(done(await importConvention(actor, stated, MONDAY)).added, {})
    assert.deepEqual(messages(await importConvention(actor, account('742000'), MONDAY)), [
      'funderAccount\u00a0: le fichier contredit la convention enregistrée.',
    ])
    assert.deepEqual(await rows('SELECT account, label FROM funder_accounts'), [
      { account: '741000', label: 'Subventions (fictif)' },
    ])
  })

  test('l’argent qui ne fait que passer entre et sort par le même compte', async ({ assert }) => {
    const actor = await coordinator()
    const stated = await file('FIC-2026')
    const before = await counts()
    const label = 'Fonds en transit (fictif)'
    const wrong = { ...stated, funderAccount: { account: '741000', label } }
    assert.deepEqual(messages(await importConvention(actor, wrong, MONDAY)), [
      'funderAccount\u00a0: L’argent de cette convention ne fait que passer\u00a0: il entre et sort par le même compte, 467100, et non 741000.',
    ])
    assert.deepEqual(await counts(), before)
    const right = { ...stated, funderAccount: { account: '467100', label } }
    done(await importConvention(actor, right, MONDAY))
    assert.deepEqual(await rows('SELECT account FROM funder_accounts'), [{ account: '467100' }])
  })

  test('un fichier mal écrit est refusé au chemin fautif: {path}')
    .with([
      { path: 'priceDate', change: { priceDate: 'hier' } },
      { path: 'signedOn', change: { signedOn: '10/11/2021' } },
      { path: 'endsOn', change: { endsOn: undefined } },
      { path: 'ceilingCents', change: { ceilingCents: 12.5 } },
      { path: 'ceilingCents', change: { ceilingCents: '600' } },
      { path: 'payableChannels', change: { payableChannels: [] } },
      { path: 'deadline.days', change: { deadline: { from: 'saisine', effect: 'alert' } } },
      {
        path: 'envelopes.0.amountCents',
        change: { envelopes: [{ from: '2026-01-01', to: '2027-01-01' }] },
      },
      {
        path: 'feeSchedules.0.fees',
        change: { feeSchedules: [{ label: 'x', from: '2026-01-01', to: null, fees: [] }] },
      },
    ])
    .run(async ({ assert }, { path, change }) => {
      const actor = await coordinator()
      const before = await counts()
      const stated = { ...(await file('FIC-2026')), ...change }
      const refusals = messages(await importConvention(actor, stated, MONDAY))
      assert.lengthOf(refusals, 1)
      assert.isTrue(refusals[0]!.startsWith(`${path} `), refusals[0])
      assert.notMatch(refusals[0]!, /\b(must|field|The)\b/)
      assert.deepEqual(await counts(), before)
    })

  test('deux barèmes du fichier qui se chevauchent sont refusés', async ({ assert }) => {
    const stated = await file('FIC-2026')
    const [first] = stated.feeSchedules
    const twice = { ...stated, feeSchedules: [first!, { ...first!, to: null }] }
    assert.deepEqual(messages(await importConvention(await coordinator(), twice, MONDAY)), [
      'feeSchedules.1 chevauche feeSchedules.0.',
    ])
  })
})

/** Every envelope ever recorded, in the order of their recording. */
function envelopes() {
  return rows<{ amount: number; replaced: boolean }>(
    'SELECT amount_cents AS amount, superseded_at IS NOT NULL AS replaced FROM envelopes ORDER BY id'
  )
}
