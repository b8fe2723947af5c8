import { test } from '@japa/runner'
import { openDemoEntrance } from '#app/demo/demo_entrance'
import { createDemoMember } from '#app/demo/demo_member'
import { rows } from '#app/shared/rows'
import { claimedDebt } from '#tests/scenario/claimed_debt'
import { accountFile } from '#tests/scenario/payments/bank'
import { enter, serve, spoilt } from '#tests/support/web'

test.group('Une note de débit payée, à l’écran', (group) => {
  let page: string

  group.each.setup(async ({ context: { cleanup } }) => {
    spoilt()
    const { federation, statementId } = await claimedDebt(cleanup)
    const { people } = federation
    const member = await createDemoMember(people.admin, 'AV01')
    await openDemoEntrance([...Object.values(people), member])
    page = `/releves/${statementId}`
    const stop = await serve()
    return () => {
      spoilt()
      stop()
    }
  })

  test('s’enregistre sur son relevé, une fois, par le règlement seul', async ({ assert }) => {
    assert.notInclude((await (await enter('approver')).get(page)).text, 'L’association l’a payée')
    const finance = await enter('finance')
    assert.include((await finance.get(page)).text, 'L’association l’a payée')
    const wrong = await finance.submit(`${page}/note-de-debit/paiement`, { paye_le: 'hier' })
    assert.include(wrong.text, 'Cette date n’en est pas une.')
    assert.lengthOf(await rows('SELECT 1 FROM debit_payments'), 0)
    const payment = { paye_le: '2026-10-20', reference: 'VIR AV01' }
    const paid = await finance.submit(`${page}/note-de-debit/paiement`, payment)
    assert.include(paid.text, 'Note de débit NDD-2026-000001 payée\u00a0: 300,00\u00a0€.')
    assert.include(paid.text, 'Payée le 20/10/2026 (VIR AV01)')
    assert.include(paid.text, 'note de débit payée')
    const again = await finance.submit(`${page}/note-de-debit/paiement`, payment)
    assert.include(again.text, 'est déjà payée, depuis le 20/10/2026.')
    assert.lengthOf(await rows('SELECT 1 FROM debit_payments'), 1)
    const member = await enter('association')
    assert.include((await member.get('/mes-paiements')).text, 'note de débit payée')
  })

  test('se reconnaît au crédit de la banque, à la page des versements', async ({ assert }) => {
    const finance = await enter('finance')
    await finance.get('/reponses-banque')
    const line = { on: '2026-10-21', amount: 30_000, reference: 'B-1' }
    const told = accountFile('2026-10-21', line)
    await finance.upload('/reponses-banque', {}, 'fichier', 'compte.xml', told)
    assert.include((await finance.get('/versements')).text, 'Note de débit NDD-2026-000001, AV01')
    const [part] = await rows<{ id: number }>('SELECT max(id) AS id FROM bank_parts')
    const choice = { ligne: String(part!.id), versement: `d${page.split('/').at(-1)}` }
    const matched = await finance.submit('/versements/rapprochement', choice)
    assert.include(matched.text, 'la note de débit est payée')
    assert.include((await finance.get('/suspens?suite=debt')).text, 'note de débit payée')
    assert.include((await finance.get(page)).text, 'Payée le 21/10/2026')
  })
})
