import { test } from '@japa/runner'
import { row } from '#app/shared/rows'
import { contentHash } from '#tests/support/content_hash'
import { aPlayedQuarter, enter, serve, spoilt } from '#tests/support/web'

/** The form of the barème in force, as a browser would send it. */
function fieldsOf(html: string): Record<string, string | string[]> {
  const fields: Record<string, string | string[]> = {}
  for (const [tag] of html.matchAll(/<input[^>]*>/g)) {
    const name = /name="(\w+)"/.exec(tag)?.[1]
    const value = /value="([^"]*)"/.exec(tag)?.[1] ?? ''
    if (!name || name === 'q') continue
    if (!tag.includes('checkbox')) fields[name] = value
    else if (tag.includes('checked')) fields[name] = [...[fields[name] ?? []].flat(), value]
  }
  for (const [, name, body] of html.matchAll(
    /<select[^>]*name="(\w+)"[^>]*>([\s\S]*?)<\/select>/g
  )) {
    fields[name!] = /value="([^"]*)" selected/.exec(body!)?.[1] ?? ''
  }
  return fields
}

test.group('Préparer un barème', (group) => {
  group.setup(async () => {
    await aPlayedQuarter()
    return serve()
  })
  group.teardown(spoilt)

  async function draft() {
    const { id } = (await row<{ id: number }>(
      `SELECT id FROM conventions WHERE code = 'AMF-2021'`
    ))!
    const coordinator = await enter('coordinator')
    const path = `/conventions/${id}/baremes`
    const page = await coordinator.get(`${path}/nouveau`)
    const fields: Record<string, string | string[]> = {
      ...fieldsOf(page.html),
      libelle: 'Barème 2027 (fictif)',
      debut: '2027-01-01',
      fin: '',
    }
    return { coordinator, path, page, fields }
  }

  test('l’essai compare aux lignes payées, au centime, et n’écrit rien', async ({ assert }) => {
    const { coordinator, path, page, fields } = await draft()
    assert.include(page.text, 'Figé')
    assert.equal(fields.montant_1, '60,00')
    const before = await contentHash()
    const tried = await coordinator.post(`${path}/essais`, {
      ...fields,
      montant_1: '61',
      geste: 'essayer',
    })
    assert.equal(tried.status, 200)
    const paid = (await row<{ cents: number; acts: number }>(
      `SELECT sum(amount_cents)::bigint AS cents, sum(quantity_retained) FILTER (WHERE service_code = 'entretien_psychologique') AS acts
       FROM settlement_lines JOIN statements USING (run_id, association_id) WHERE kind = 'service'`
    ))!
    const euros = (cents: number) => (cents / 100).toFixed(2).replace('.', ',')
    const plain = tried.text.replaceAll(/[\s\u00a0\u202f]/g, '')
    assert.include(plain, `${euros(paid.cents)}€aubarèmeactuel`)
    assert.include(plain, `+${euros(paid.acts * 100)}€dedifférence`)
    assert.equal(await contentHash(), before)
  })

  test('une ligne s’ajoute et se retire sans rien perdre de la saisie', async ({ assert }) => {
    const { coordinator, path, fields } = await draft()
    const added = await coordinator.post(`${path}/essais`, {
      ...fields,
      montant_1: '61,5',
      geste: 'ajouter',
    })
    assert.equal(fieldsOf(added.html).lignes, '6')
    assert.equal(fieldsOf(added.html).montant_1, '61,5')
    const removed = await coordinator.post(`${path}/essais`, {
      ...fieldsOf(added.html),
      geste: 'retirer-0',
    })
    assert.equal(fieldsOf(removed.html).lignes, '5')
    assert.equal(fieldsOf(removed.html).montant_0, '61,5')
  })

  test('un barème faux n’est ni essayé ni publié, et dit quel champ corriger', async ({
    assert,
  }) => {
    const { coordinator, path, fields } = await draft()
    const before = await contentHash()
    const wrong = {
      ...fields,
      debut: '31/02/2027',
      montant_0: '-4',
      prestation_1: 'forfait_saisine',
    }
    for (const address of [`${path}/essais`, path]) {
      const { status, text } = await coordinator.post(address, wrong)
      assert.equal(status, 422)
      assert.include(text, 'Ce premier jour n’en est pas un.')
      assert.include(text, 'Ce montant n’en est pas un.')
      assert.include(text, 'Cette prestation est déjà sur une ligne plus haut.')
    }
    assert.equal(await contentHash(), before)
  })

  test('publié, il remplace le barème figé sur sa période sans le modifier', async ({ assert }) => {
    const { coordinator, path, fields } = await draft()
    const page = await coordinator.submit(path, { ...fields, montant_1: '61,50' })
    assert.include(page.text, 'Barème publié.')
    assert.include(page.text, 'Barème 2027 (fictif)')
    const frozen = await row<{ amount: number }>(
      `SELECT f.amount_cents AS amount FROM fees f JOIN fee_schedules s ON s.id = f.fee_schedule_id
       WHERE s.frozen_at IS NOT NULL AND f.service_code = 'entretien_psychologique'`
    )
    assert.equal(frozen!.amount, 6000)
  })
})
