import { test } from '@japa/runner'
import { granted } from '#app/demo/granted'
import { decideForm } from '#app/reconciliation/decisions/decide_form'
import { linkForm } from '#app/reconciliation/decisions/link_form'
import { undoDecision } from '#app/reconciliation/decisions/undo_decision'
import { calculateRun } from '#app/settlement/calculation/calculate_run'
import { row } from '#app/shared/rows'
import { emptyDatabase } from '#tests/support/laid'
import { refusedWithoutWriting } from '#tests/support/picture'
import { runIn } from '#tests/support/run_in'
import { aWorld, type World } from '#tests/support/world'

test.group('Décisions du rapprochement', (group) => {
  let world: World
  let runId: number

  group.each.setup(async () => {
    world = await aWorld({ associations: 3, saisines: 40 })
    runId = (await runIn(world, 'calculated')).id
    return emptyDatabase
  })

  test('une décision se motive, désigne un constat, et ne lève que ce qui s’excuse', async ({
    assert,
  }) => {
    const actorId = world.people.coordinator.id
    const formId = await formOf('RETENUE')
    const decision = {
      formId,
      code: 'HORS_DELAI',
      verdict: 'accepted',
      reason: 'Lu',
      actorId,
    } as const
    for (const [draft, code] of [
      [{ ...decision, reason: ' ' }, 'MOTIF_MANQUANT'],
      [{ ...decision, code: 'AUTRE' }, 'CONSTAT_INCONNU'],
      [{ ...decision, code: 'DOUBLON' }, 'CONSTAT_NON_LEVABLE'],
      [{ ...decision, code: 'CANAL_NON_PAYABLE' }, 'CONSTAT_NON_LEVABLE'],
      [{ ...decision, code: 'RETENUE' }, 'CONSTAT_NON_LEVABLE'],
      [{ ...decision, formId: 99_999 }, 'FICHE_INCONNUE'],
    ] as const) {
      const [refused] = await refusedWithoutWriting(assert, () => decideForm(draft))
      assert.equal(refused!.code, code)
    }
  })

  test('un rattachement se motive, et reste dans la convention de la fiche', async ({ assert }) => {
    const actorId = world.people.coordinator.id
    const formId = await formOf('SAISINE_INCONNUE')
    const elsewhere = await row<{ id: number }>(
      `SELECT s.id FROM saisines s JOIN return_forms f ON f.convention_id <> s.convention_id
       WHERE f.id = ? LIMIT 1`,
      [formId]
    )
    const link = { formId, saisineId: elsewhere!.id, reason: 'Lu', actorId }
    const [silent] = await refusedWithoutWriting(assert, () => linkForm({ ...link, reason: '' }))
    assert.equal(silent!.message, 'Un rattachement se motive.')
    const [foreign] = await refusedWithoutWriting(assert, () => linkForm(link))
    assert.equal(foreign!.code, 'SAISINE_ETRANGERE')
  })

  test('une décision inconnue, ou déjà reprise, ne se reprend pas', async ({ assert }) => {
    const actorId = world.people.coordinator.id
    const [unknown] = await refusedWithoutWriting(assert, () => undoDecision(999, actorId))
    assert.equal(unknown!.message, 'Il n’y a pas de décision n° 999 en vigueur.')
    const formId = await formOf('RETENUE')
    const refusal = {
      formId,
      code: 'RETENUE',
      verdict: 'refused',
      reason: 'Faux',
      actorId,
    } as const
    const { id } = granted(await decideForm(refusal))
    granted(await undoDecision(id, actorId))
    await refusedWithoutWriting(assert, () => undoDecision(id, actorId))
  })

  test('une fiche rattachée à une saisine est payée avec elle, et détachée, ne l’est plus', async ({
    assert,
  }) => {
    const { coordinator, finance } = world.people
    const formId = await formOf('SAISINE_INCONNUE')
    const free = await row<{ id: number }>(
      `SELECT s.id FROM saisines s JOIN return_forms f ON f.convention_id = s.convention_id
         AND f.association_id = s.association_id AND coalesce(f.first_contact_on, f.received_on) >= s.opened_on
       WHERE f.id = ? AND channel = 'plateforme' AND beneficiary = 'elu'
         AND NOT EXISTS (SELECT 1 FROM form_outcomes o WHERE o.saisine_id = s.id) ORDER BY s.id LIMIT 1`,
      [formId]
    )
    const before = await contentOf(runId)
    const link = { formId, saisineId: free!.id, reason: 'Faute de frappe', actorId: coordinator.id }
    const { id } = granted(await linkForm(link))
    granted(await calculateRun(runId, finance.id, world.at))
    const outcome = await row<{ outcome: string; saisineId: number }>(
      'SELECT outcome, saisine_id AS "saisineId" FROM form_outcomes WHERE form_id = ?',
      [formId]
    )
    assert.equal(outcome!.saisineId, free!.id)
    granted(await undoDecision(id, coordinator.id))
    granted(await calculateRun(runId, finance.id, world.at))
    assert.equal(await contentOf(runId), before)
  })
})

async function formOf(outcome: string): Promise<number> {
  const found = await row<{ id: number }>(
    `SELECT min(form_id) AS id FROM form_outcomes o JOIN conventions c ON c.id = o.convention_id
     WHERE outcome = ? AND c.code = 'AMF-2021'`,
    [outcome]
  )
  return found!.id
}

async function contentOf(runId: number): Promise<string> {
  const found = await row<{ hash: string }>(
    `SELECT encode(content_hash, 'hex') AS hash FROM runs WHERE id = ?`,
    [runId]
  )
  return found!.hash
}
