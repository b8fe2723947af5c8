import { test } from '@japa/runner'
import { reconcileConvention } from '#app/reconciliation/reconcile_convention'
import { suggestions } from '#app/reconciliation/suggestions/suggestions'
import { row, rows } from '#app/shared/rows'
import { transaction } from '#app/shared/transaction'
import { browse, noTrouble } from '#tests/support/browser'
import { aPlayedQuarter, enter, serve, spoilt, type Visitor } from '#tests/support/web'

/** Long after the quarter: nothing is on time any more. */
const LATER = new Date('2027-03-01T09:00:00Z')

interface Item {
  convention: string
  formId: number
}

async function itemWith(code: string): Promise<Item> {
  const found = await row<Item>(
    `SELECT c.code AS convention, n.form_id AS "formId" FROM findings n JOIN conventions c ON c.id = n.convention_id
     WHERE n.code = ? AND n.blocking ORDER BY n.form_id LIMIT 1`,
    [code]
  )
  return found!
}

/** A form of unknown reference, with the saisine that is proposed first. */
async function suggestedItem(): Promise<Item & { saisineId: number; saisine: string }> {
  for (const { id, code } of await rows<{ id: number; code: string }>(
    'SELECT id, code FROM conventions ORDER BY code'
  )) {
    const { found } = (await transaction(async (trx) => ({
      found: await suggestions(trx, id),
    }))) as { found: Awaited<ReturnType<typeof suggestions>> }
    const one = found.find((suggested) => suggested.suggestions.length > 0)
    if (!one) continue
    const [best] = one.suggestions
    return {
      convention: code,
      formId: one.form.id,
      saisineId: best!.saisine.id,
      saisine: best!.saisine.reference,
    }
  }
  throw new Error('The played quarter has a mistyped reference')
}

async function decisions(): Promise<
  { formId: number; code: string; verdict: string; reason: string; saisineId: number | null }[]
> {
  return rows(
    `SELECT form_id AS "formId", code, verdict, reason, saisine_id AS "saisineId" FROM decisions
     WHERE undone_at IS NULL ORDER BY id`
  )
}

async function undoAll(coordinator: Visitor): Promise<void> {
  for (const { id } of await rows<{ id: number }>(
    'SELECT id FROM decisions WHERE undone_at IS NULL'
  )) {
    await coordinator.post(`/decisions/${id}/annulation`)
  }
}

test.group('Rapprochement à l’écran', (group) => {
  let coordinator: Visitor

  group.setup(async () => {
    await aPlayedQuarter()
    const stop = await serve()
    coordinator = await enter('coordinator')
    await coordinator.get('/rapprochement')
    await coordinator.submit('/rapprochement/FIC-2026/calcul')
    for (const code of ['AMF-2021', 'MIN-2023', 'FIC-2026']) await reconcileConvention(code, LATER)
    return stop
  })
  group.each.teardown(async () => undoAll(coordinator))
  group.each.teardown(noTrouble)
  group.teardown(spoilt)

  test('chaque nombre de constats ouvre la liste de ces constats', async ({ assert }) => {
    const page = await coordinator.get('/rapprochement')
    const counts = await rows<{ convention: string; code: string; count: number }>(
      `SELECT c.code AS convention, n.code, count(*) AS count FROM findings n
       JOIN conventions c ON c.id = n.convention_id GROUP BY 1, 2`
    )
    assert.isNotEmpty(counts)
    for (const { convention, code, count } of counts) {
      const href = `/rapprochement/${convention}?constat=${code}`
      assert.include(page.html, `href="${href}"`)
      assert.include((await coordinator.get(href)).text, `${count}\u00a0constat`)
    }
    const csv = await coordinator.get('/rapprochement/FIC-2026?constat=FICHE_MANQUANTE&format=csv')
    assert.include(csv.html, 'Fiche manquante')
  })

  test('une référence mal recopiée se rattache d’une touche, pour les raisons de la proposition', async ({
    assert,
  }) => {
    const { convention, formId, saisineId, saisine } = await suggestedItem()
    const file = `/rapprochement/${convention}/file?constat=${formId}-SAISINE_INCONNUE`
    const page = await coordinator.get(file)
    assert.match(page.html, new RegExp(`id="s-${saisineId}" value="${saisineId}" checked`))
    assert.include(page.text, 'sur 100')
    const next = await coordinator.submit(`/rapprochement/${convention}/rattachements`, {
      constat: `${formId}-SAISINE_INCONNUE`,
      saisine: String(saisineId),
    })
    assert.include(next.text, `Fiche n°\u00a0${formId} rattachée à la saisine ${saisine}.`)
    const [decided] = await decisions()
    assert.deepInclude(decided!, { formId, code: 'SAISINE_INCONNUE', verdict: 'linked', saisineId })
    assert.match(decided!.reason, /^Proposition retenue \(\d+\/100\) : Référence à/)
  })

  test('une touche accepte, une autre reprend', async ({ assert }) => {
    const { convention, formId } = await suggestedItem()
    const tab = await browse(coordinator)
    await tab.goto(`/rapprochement/${convention}/file?constat=${formId}-SAISINE_INCONNUE`)
    await tab.keyboard.press('Enter')
    await tab.getByText(`Fiche n°\u00a0${formId} rattachée`).waitFor()
    assert.lengthOf(await decisions(), 1)
    await tab.keyboard.press('u')
    await tab.getByText(`La décision sur la fiche n°\u00a0${formId} est reprise`).waitFor()
    assert.isEmpty(await decisions())
    await tab.keyboard.press('x')
    await tab.getByText(`Fiche n°\u00a0${formId}, saisine inconnue\u00a0: refusé.`).waitFor()
    assert.equal((await decisions())[0]!.reason, 'Aucune saisine proposée ne correspond')
    await tab.keyboard.press('u')
    await tab.getByText('est reprise').waitFor()
    await tab.keyboard.press('?')
    assert.isTrue(await tab.getByText('changer le motif du refus').isVisible())
    await tab.context().close()
  })

  test('un retard s’accepte avec un motif, et jamais sans', async ({ assert }) => {
    const { convention, formId } = await itemWith('HORS_DELAI')
    const answer = { constat: `${formId}-HORS_DELAI`, verdict: 'accepted' }
    const to = `/rapprochement/${convention}/decisions`
    await coordinator.get(`/rapprochement/${convention}/file`)
    const silent = await coordinator.submit(to, answer)
    assert.include(silent.text, 'Une décision se motive. Dites pourquoi en une phrase')
    const named = await coordinator.submit(to, {
      ...answer,
      motif: 'autre',
      precision: 'M. Durand était absent',
    })
    assert.include(named.text, 'semble nommer une personne')
    assert.isEmpty(await decisions())
    await coordinator.submit(to, { ...answer, motif: 'incident', precision: 'serveur en panne' })
    assert.deepEqual(await decisions(), [
      {
        formId,
        code: 'HORS_DELAI',
        verdict: 'accepted',
        saisineId: null,
        reason: 'Incident attesté (panne, courrier, absence) — serveur en panne',
      },
    ])
    const list = await coordinator.get(`/rapprochement/${convention}/decisions`)
    assert.include(list.text, 'serveur en panne')
  })

  test('ce que le financeur a refusé ne se lève pas par une décision', async ({ assert }) => {
    const { convention, formId } = await itemWith('CANAL_NON_PAYABLE')
    const page = await coordinator.submit(`/rapprochement/${convention}/decisions`, {
      constat: `${formId}-CANAL_NON_PAYABLE`,
      verdict: 'accepted',
      motif: 'autre',
      precision: 'Pour une fois',
    })
    assert.include(page.text, 'Une décision ne lève pas le constat')
    assert.isEmpty(await decisions())
  })

  test('seules les propositions sûres et cochées se rattachent ensemble', async ({ assert }) => {
    const { convention } = await suggestedItem()
    const page = await coordinator.get(`/rapprochement/${convention}/sures`)
    const [pair] = [...page.html.matchAll(/name="lien" value="(\d+-\d+)" checked/g)].map(
      (one) => one[1]!
    )
    const none = await coordinator.submit(`/rapprochement/${convention}/sures`)
    assert.include(none.text, 'Aucune proposition n’est cochée.')
    await coordinator.submit(`/rapprochement/${convention}/sures`, { lien: '999999-999999' })
    assert.isEmpty(await decisions())
    const done = await coordinator.submit(`/rapprochement/${convention}/sures`, { lien: pair! })
    assert.include(done.text, '1 fiche rattachée.')
    const [decided, ...others] = await decisions()
    assert.isEmpty(others)
    assert.equal(`${decided!.formId}-${decided!.saisineId}`, pair)
  })

  test('une fiche refusée ne se rattache plus avec les sûres', async ({ assert }) => {
    const { convention, formId } = await suggestedItem()
    await coordinator.submit(`/rapprochement/${convention}/decisions`, {
      constat: `${formId}-SAISINE_INCONNUE`,
      verdict: 'refused',
      motif: 'erreur_envoi',
    })
    const page = await coordinator.get(`/rapprochement/${convention}/sures`)
    assert.notInclude(page.html, `value="${formId}-`)
  })

  test('les autres lisent la file sans rien pouvoir y décider', async ({ assert }) => {
    const { convention, formId, saisineId } = await suggestedItem()
    const finance = await enter('finance')
    const page = await finance.get(`/rapprochement/${convention}/file`)
    assert.equal(page.status, 200)
    assert.notInclude(page.html, 'data-key="Enter"')
    assert.notInclude(page.html, 'data-key="x"')
    const sent = await finance.post(`/rapprochement/${convention}/rattachements`, {
      constat: `${formId}-SAISINE_INCONNUE`,
      saisine: String(saisineId),
    })
    assert.equal(sent.status, 403)
    assert.isEmpty(await decisions())
    assert.equal((await (await enter('platform')).get('/rapprochement')).status, 403)
  })
})
