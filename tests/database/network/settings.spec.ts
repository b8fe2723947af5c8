import { test } from '@japa/runner'
import testUtils from '@adonisjs/core/services/test_utils'
import { open } from '#app/network/bank_accounts/iban_vault'
import { row } from '#app/shared/rows'
import { loadSettings } from '#app/shared/settings'
import { FEDERATION_IBAN, settings } from '#tests/database/network/fixtures'

test.group('Réglages', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('sans réglages, rien ne se calcule', async ({ assert }) => {
    await assert.rejects(() => loadSettings(), /réglages/)
  })

  test('les paliers d’approbation sont lus du plus petit au plus grand', async ({ assert }) => {
    await settings()
    const { approvalBands, coolingOffHours, federation, legalMentions } = await loadSettings()
    assert.deepEqual(approvalBands, [
      { fromCents: 0, approvals: 1 },
      { fromCents: 5_000_000, approvals: 2 },
    ])
    assert.equal(coolingOffHours, 72)
    assert.deepEqual(federation, { name: 'Fédération fictive', siren: '732829320' })
    assert.deepEqual(legalMentions, ['Données fictives.'])
  })

  test('l’IBAN de la fédération est chiffré, dans la ligne comme dans l’événement', async ({
    assert,
  }) => {
    await settings()
    await settings()
    const stored = await row<{ text: string }>(
      `SELECT settings::text || (SELECT string_agg(events::text, '') FROM events) AS text FROM settings`
    )
    assert.notInclude(stored!.text, FEDERATION_IBAN)
    const { debtorIbanCiphertext } = await loadSettings()
    assert.equal(open(debtorIbanCiphertext), FEDERATION_IBAN)
  })
})
