import { test } from '@japa/runner'
import { formatAmount } from '#app/shared/french_format'
import { row } from '#app/shared/rows'
import { aPlayedQuarter, enter, serve } from '#tests/support/web'

const search = (text: string) => `/recherche?q=${encodeURIComponent(text)}`

test.group('La recherche', (group) => {
  group.setup(async () => {
    await aPlayedQuarter()
    return serve()
  })

  test('une référence, un numéro de relevé ou une campagne mènent droit à leur page', async ({
    assert,
  }) => {
    const finance = await enter('finance')
    const saisine = (await row<{ id: number; reference: string }>(
      `SELECT id, reference FROM saisines s WHERE (SELECT count(*) FROM saisines o WHERE o.reference = s.reference) = 1 LIMIT 1`
    ))!
    const statement = (await row<{ id: number; number: string }>(
      'SELECT id, number FROM statements LIMIT 1'
    ))!
    const run = (await row<{ id: number; code: string }>('SELECT id, code FROM runs LIMIT 1'))!
    assert.equal(
      (await finance.get(search(saisine.reference.toLowerCase()))).location,
      `/saisines/${saisine.id}`
    )
    assert.equal(
      (await finance.get(search(` ${statement.number} `))).location,
      `/releves/${statement.id}`
    )
    assert.equal((await finance.get(search(run.code))).location, `/campagnes/${run.id}`)
  })

  test('un montant se cherche avec la virgule, le point et l’euro', async ({ assert }) => {
    const { number, cents } = (await row<{ number: string; cents: number }>(
      `SELECT number, total_cents AS cents FROM statements s
       WHERE (SELECT count(*) FROM statements o WHERE o.total_cents = s.total_cents) = 1 LIMIT 1`
    ))!
    const auditor = await enter('auditor')
    for (const text of [
      formatAmount(cents),
      String(cents / 100),
      (cents / 100).toFixed(2).replace('.', ','),
    ]) {
      const answer = await auditor.get(search(text))
      const page = answer.location ? await auditor.get(answer.location) : answer
      assert.include(page.text, number, text)
    }
  })

  test('les quatre derniers d’un IBAN, un code et une partie du nom trouvent l’association', async ({
    assert,
  }) => {
    const coordinator = await enter('coordinator')
    const account = (await row<{ end: string; code: string; name: string; id: number }>(
      `SELECT b.iban_last4 AS end, a.code, a.name, a.id FROM bank_accounts b JOIN associations a ON a.id = b.association_id LIMIT 1`
    ))!
    const found = await coordinator.get(search(account.end))
    const page = found.location ? await coordinator.get(found.location) : found
    assert.include(page.text, `•• ${account.end}`)
    assert.equal(
      (await coordinator.get(search(account.code))).location,
      `/associations/${account.id}`
    )
    assert.include((await coordinator.get(search(account.name.slice(2, 14)))).text, 'Associations')
  })

  test('la plateforme ne trouve ni relevé ni montant', async ({ assert }) => {
    const platform = await enter('platform')
    const { number } = (await row<{ number: string }>('SELECT number FROM statements LIMIT 1'))!
    const page = await platform.get(search(number))
    assert.equal(page.location, null)
    assert.include(page.text, 'Rien ne porte ce nom')
    assert.notInclude(page.html, '/releves/')
  })

  test('l’administration ne trouve que des personnes', async ({ assert }) => {
    const admin = await enter('admin')
    const { reference } = (await row<{ reference: string }>(
      'SELECT reference FROM saisines LIMIT 1'
    ))!
    assert.equal((await admin.get(search(reference))).location, null)
    assert.match(
      (await admin.get(search('finance@example.org'))).location!,
      /^\/utilisateurs\/\d+$/
    )
  })

  test('ce qui n’est pas un texte reçoit une page', async ({ assert }) => {
    const finance = await enter('finance')
    for (const query of [
      '?q[]=a&q[]=b',
      '?q[toString]=1',
      '?q=%00%00ab',
      `?q=${'9'.repeat(5000)}`,
      '?q=%25_%5C',
      '',
      '?q=__proto__',
    ]) {
      assert.equal((await finance.get(`/recherche${query}`)).status, 200, query.slice(0, 30))
    }
  })
})
