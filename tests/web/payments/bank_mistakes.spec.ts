import { test } from '@japa/runner'
import { row } from '#app/shared/rows'
import { breaches } from '#tests/scenario/books'
import { accountFile, statusFile, told, transferStates } from '#tests/scenario/payments/bank'
import { cfonb } from '#tests/support/bank_files/cfonb'
import { enter } from '#tests/support/web'
import { bankDesk } from '#tests/web/payments/bank_desk'

const DAY = '2026-12-02'

test.group('Ce que la banque dit de travers, à l’écran', (group) => {
  const { order, upload } = bankDesk(group)
  const lastItem = async () =>
    (await row<{ id: number }>('SELECT max(id) AS id FROM bank_items'))!.id

  test('une vérification de bénéficiaire que personne ne connaît se lit en français, et un code de nulle part est dit tel', async ({
    assert,
  }) => {
    const stranger = { endToEndId: 'AUTRE-1', instructionId: 'AUTRE-1', amount: 100 }
    const lines = [{ ...stranger, status: 'RVNM' }]
    const page = await upload('beneficiaires.xml', statusFile(order(), DAY, 'RVCM', lines))
    assert.include(page.text, 'Le nom ne concorde pas (RVNM)')
    assert.include(page.text, 'Des noms de l’ordre ne concordent pas (RVCM)')
    const finance = await enter('finance')
    const item = await finance.get(`/suspens/${await lastItem()}`)
    assert.include(item.text, 'Le nom ne concorde pas (RVNM)')
    assert.notInclude(item.text, 'RVNM (RVNM)')
    const unknown = await upload('inconnu.xml', statusFile(order(), DAY, 'WXYZ'))
    assert.include(unknown.text, 'WXYZ (code non répertorié)')
    const waiting = await finance.get(`/suspens/${await lastItem()}`)
    assert.include(waiting.text, 'WXYZ (code non répertorié)')
  })

  test('un motif CFONB se lit en français, un motif de nulle part est gardé et dit tel', async ({
    assert,
  }) => {
    const finance = await enter('finance')
    for (const [reject, words] of [
      ['14', 'Le compte est clôturé (CFONB 14).'],
      ['98', 'Motif CFONB 98, code non répertorié.'],
    ] as const) {
      const movements = [{ amount: 700, label: `RETOUR ${reject}`, reject }]
      await upload('releve.txt', cfonb({ opening: 100_000, movements }))
      assert.include((await finance.get(`/suspens/${await lastItem()}`)).text, words)
    }
  })

  test('un rapprochement fait par erreur se défait, avec une raison, par qui l’a pu faire', async ({
    assert,
  }) => {
    const [transfer] = order().transfers
    const { id } = (await row<{ id: number }>('SELECT id FROM transfers WHERE end_to_end_id = ?', [
      transfer!.endToEndId,
    ]))!
    const line = { on: DAY, amount: -transfer!.amount, reference: 'LOYER-1', label: 'LOYER' }
    await upload('compte.xml', accountFile(DAY, line))
    const path = `/suspens/${await lastItem()}`
    const finance = await enter('finance')
    await finance.get(path)
    await finance.submit(`${path}/rapprochement`, { virements: String(id) })
    assert.include(await transferStates(), `${transfer!.endToEndId} executed`)

    const auditor = await enter('auditor')
    assert.notInclude((await auditor.get(path)).html, 'name="erreur"')
    assert.equal((await auditor.post(`${path}/annulation`)).status, 403)
    await finance.get(path)
    const none = await finance.submit(`${path}/annulation`, { erreur: ' ' })
    assert.include(none.text, 'Dites pourquoi ce rapprochement est une erreur')
    assert.include(await transferStates(), `${transfer!.endToEndId} executed`)
    const done = await finance.submit(`${path}/annulation`, { erreur: 'C’est le loyer.' })
    assert.match(done.text, /1\svirement n’est plus exécuté, l’écriture est contre-passée/)
    assert.include(done.text, 'Rapprochement défait. «\u00a0C’est le loyer.\u00a0»')
    assert.include(done.text, 'Le virement qu’elle paie')
    assert.include(await transferStates(), `${transfer!.endToEndId} issued`)
    assert.deepEqual(await breaches(), [])
    assert.equal((await finance.get('/suspens/999999')).status, 404)
  })

  test('un ordre rejeté en entier ne dit à aucune association que son compte est en cause', async ({
    assert,
  }) => {
    const rejected = statusFile(
      order(),
      DAY,
      'RJCT',
      order().transfers.map(({ endToEndId }) => told(order(), endToEndId, 'RJCT'))
    )
    const page = await upload('rejet.xml', rejected)
    assert.match(page.text, /virements rejetés/)
    const association = await enter('association')
    const mine = (await row<{ id: number }>(
      `SELECT s.id FROM statements s JOIN users u ON u.association_id = s.association_id
       WHERE u.email = 'association@example.org' AND s.payable_cents > 0`
    ))!
    const portal = await association.get(`/mes-paiements/${mine.id}`)
    assert.include(
      portal.text,
      'virement rejeté par la banque le 02/12/2026 avec tout son ordre\u00a0: votre compte n’est pas en cause. La somme vous reste due'
    )
    const finance = await enter('finance')
    const fresh = await finance.get('/ordres/nouveau')
    assert.include(fresh.text, '(réémis)')
    assert.notInclude(fresh.text, 'Le compte est bloqué')
    assert.deepEqual(await breaches(), [])
  })
})
