import { test } from '@japa/runner'
import { row } from '#app/shared/rows'
import { loadSettings } from '#app/shared/settings'
import { aFreshInstallation, enter, freshCode, MAILBOXES, serve, spoilt } from '#tests/support/web'

const FIELDS = {
  nom: 'Fédération fictive',
  siren: '732 829 320',
  numero: '2',
  voie: 'rue de l’Essai',
  code_postal: '69001',
  commune: 'Lyon',
  pays: 'fr',
  bic: '',
  delai_compte: '48',
  jours_fiche: '60',
  jours_relance: '20',
  seuil_masquage: '6',
  version_pain: 'pain.001.001.03',
  debit: 'detail',
  mentions: 'Une mention.\r\nUne autre.',
  seuil_1: '0',
  approbations_1: '1',
  seuil_2: '100 000,00',
  approbations_2: '2',
}

test.group('Les réglages', (group) => {
  group.setup(async () => {
    spoilt()
    await aFreshInstallation()
    const stop = await serve()
    return () => {
      spoilt()
      stop()
    }
  })

  test('l’administration les change, et le journal dit lesquels', async ({ assert }) => {
    const admin = await enter('admin')
    const before = await loadSettings()
    const page = await admin.submit('/reglages', FIELDS)
    assert.include(page.text, 'Réglages enregistrés.')
    const after = await loadSettings()
    assert.deepEqual(after.approvalBands, [
      { fromCents: 0, approvals: 1 },
      { fromCents: 10_000_000, approvals: 2 },
    ])
    assert.deepEqual(after.legalMentions, ['Une mention.', 'Une autre.'])
    assert.equal(after.coolingOffHours, 48)
    assert.equal(after.reminderDays, 20)
    assert.equal(after.maskingThreshold, 6)
    assert.equal(after.address.country, 'FR')
    assert.isFalse(after.batchBooking)
    assert.equal(after.fictitious, before.fictitious)
    assert.include(page.text, 'Réglages changés\u00a0: ')
    for (const one of ['jours entre deux relances', 'seuil de masquage']) {
      assert.include(page.text, one)
    }
    assert.notInclude(page.text, 'compte débité,', 'le compte est resté le même')
  })

  test('un champ faux est dit près de lui, et rien ne change', async ({ assert }) => {
    const admin = await enter('admin')
    await admin.submit('/reglages', FIELDS)
    const cases: [field: string, value: string, said: string][] = [
      ['siren', '123456789', 'Le SIREN est faux.'],
      ['bic', 'ABC', 'huit ou onze caractères'],
      ['delai_compte', '99999999999', 'un nombre d’heures'],
      ['seuil_2', 'beaucoup', 'Le palier 2 ne se lit pas.'],
      ['seuil_1', '10', 'Aucun palier ne commence à zéro.'],
      ['approbations_2', '0', 'Le palier 2 ne se lit pas.'],
      ['commune', '', 'La commune manque.'],
      ['jours_relance', '366', 'de 1 à 365'],
      ['jours_relance', '0', 'de 1 à 365'],
      ['seuil_masquage', '0', '1 ne masque rien.'],
    ]
    const events = await count()
    for (const [field, value, said] of cases) {
      const page = await admin.submit('/reglages', { ...FIELDS, [field]: value })
      assert.include(page.text, said, field)
      assert.equal(await count(), events, `${field} n’a rien écrit`)
    }
  })

  test('le compte débité ne change qu’avec un code récent, et n’est jamais montré entier', async ({
    assert,
  }) => {
    const admin = await enter('admin')
    await row(
      `UPDATE sessions SET data = regexp_replace(data, '"code_given_at":[0-9]+', '"code_given_at":1')`
    )
    const events = await count()
    const iban = 'FR76 3000 6000 0112 3456 7890 189'
    const refused = await admin.submit('/reglages', { ...FIELDS, iban })
    assert.include(refused.text, 'Un code récent de votre application est demandé')
    assert.equal(await count(), events)
    const page = await admin.submit('/reglages', {
      ...FIELDS,
      iban,
      code: await freshCode(MAILBOXES.admin),
    })
    assert.include(page.text, 'FR•• •••• •••• 0189')
    assert.include(page.text, 'Réglages changés\u00a0: compte débité.')
    assert.notInclude(page.html, '3456')
    const event = (await row<{ after: object }>(
      `SELECT after FROM events WHERE verb = 'settings.recorded' ORDER BY id DESC LIMIT 1`
    ))!
    assert.deepEqual(event.after, { debtorAccount: 'FR•• •••• •••• 0189' })
  })

  test('les autres les lisent sans pouvoir les changer', async ({ assert }) => {
    for (const role of ['finance', 'approver', 'auditor', 'coordinator'] as const) {
      const visitor = await enter(role)
      const page = await visitor.get('/reglages')
      assert.include(page.text, 'Paliers', role)
      assert.notInclude(page.html, 'name="siren"', role)
      const events = await count()
      assert.equal((await visitor.post('/reglages', FIELDS)).status, 403, role)
      assert.equal(await count(), events, role)
    }
    assert.equal((await (await enter('platform')).get('/reglages')).status, 403)
  })
})

async function count(): Promise<number> {
  return (await row<{ n: number }>(
    `SELECT count(*) AS n FROM events WHERE verb = 'settings.recorded'`
  ))!.n
}
