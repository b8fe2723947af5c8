import { test } from '@japa/runner'
import { row } from '#app/shared/rows'
import { aPlayedQuarter, enter, freshCode, MAILBOXES, serve, spoilt } from '#tests/support/web'

test.group('La page d’un compte dit ce que sa banque sait du titulaire', (group) => {
  group.setup(async () => {
    spoilt()
    await aPlayedQuarter()
    return serve()
  })
  group.teardown(spoilt)

  test('chaque vérification, le nom connu de la banque et la décision, puis un autre compte repart de zéro', async ({
    assert,
  }) => {
    const check = (await row<{ id: number; accountId: number; associationId: number }>(
      `SELECT p.id, b.id AS "accountId", b.association_id AS "associationId" FROM payee_checks p
       JOIN bank_accounts b ON b.id = p.bank_account_id`
    ))!
    const path = `/coordonnees-bancaires/${check.accountId}`
    const finance = await enter('finance')
    const before = await finance.get(path)
    assert.include(before.text, 'Le nom est proche, sans être le même')
    assert.include(before.text, 'La banque connaît «\u00a0NOM VRAI (FICTIF)\u00a0».')
    assert.include(before.html, `href="/beneficiaires/${check.id}"`)
    assert.notInclude(before.text, 'RVMC')

    const approver = await enter('approver')
    await approver.get(`/beneficiaires/${check.id}`)
    await approver.submit(`/beneficiaires/${check.id}/confirmation`, {
      raison: 'Nom d’usage, confirmé au numéro connu (fictif).',
      code: await freshCode(MAILBOXES.approver),
    })
    assert.match(
      (await finance.get(path)).text,
      /Confirmé par .+, le .+\s: Nom d’usage, confirmé au numéro connu \(fictif\)\./
    )

    const coordinator = await enter('coordinator')
    await coordinator.get('/coordonnees-bancaires/nouvelle')
    const sent = await coordinator.upload(
      '/coordonnees-bancaires',
      {
        association: String(check.associationId),
        iban: 'FR7630006000011234567890189',
        titulaire: 'Nom vrai (fictif)',
      },
      'fichier',
      'rib.pdf',
      Buffer.from('%PDF-1.4 RIB fictif')
    )
    const fresh = await coordinator.follow(sent.location!)
    assert.include(fresh.text, 'Rien encore')
    assert.match(
      fresh.text,
      /Un autre nom ou un autre IBAN repart de zéro\s: 1\svérification de .+, au nom de .+, ne compte pas ici\./
    )
    assert.include(fresh.html, `href="${path}"`)
  })
})
