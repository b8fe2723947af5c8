import { test } from '@japa/runner'
import { createUser } from '#app/accounts/create_user'
import { DEMO_SETTINGS } from '#app/demo/demo_settings'
import { granted } from '#app/demo/granted'
import { installSettings } from '#app/network/settings/install_settings'
import { decideForm } from '#app/reconciliation/decisions/decide_form'
import { abandonRun } from '#app/settlement/abandon_run'
import { approveRun } from '#app/settlement/approval/approve_run'
import { calculateRun } from '#app/settlement/calculation/calculate_run'
import { holdAssociation } from '#app/settlement/holds/hold_association'
import { reopenRun } from '#app/settlement/approval/reopen_run'
import { submitRun } from '#app/settlement/approval/submit_run'
import { row } from '#app/shared/rows'
import { issueRun } from '#app/statements/issue/issue_run'
import { emptyDatabase } from '#tests/support/laid'
import { refusedWithoutWriting } from '#tests/support/picture'
import { runIn } from '#tests/support/run_in'
import { aWorld, type World } from '#tests/support/world'
import type User from '#app/accounts/user'

test.group('Approbations et motifs', (group) => {
  let world: World
  let treasurer: User

  group.each.setup(async () => {
    world = await aWorld({ associations: 3, saisines: 20 })
    granted(
      await installSettings(world.people.admin.id, {
        ...DEMO_SETTINGS,
        approvalBands: [{ fromCents: 1, approvals: 2 }],
      })
    )
    treasurer = granted(
      await createUser(world.people.admin, {
        email: 'tresorerie@example.org',
        fullName: 'Trésorerie (fictif)',
        role: 'approver',
        associationCode: null,
      })
    )
    return emptyDatabase
  })

  test('la même personne n’en donne pas deux, et une seule ne suffit pas à émettre', async ({
    assert,
  }) => {
    const { people, at } = world
    const { id } = await runIn(world, 'submitted')
    const first = granted(await approveRun(id, people.approver.id, at))
    assert.deepEqual([first.given, first.needed, first.run.state], [1, 2, 'submitted'])
    const [twice] = await refusedWithoutWriting(assert, () =>
      approveRun(id, people.approver.id, at)
    )
    assert.equal(twice!.message, 'Vous avez déjà approuvé cette campagne.')
    await refusedWithoutWriting(assert, () =>
      issueRun({ runId: id, actorId: people.finance.id, at })
    )
    const second = granted(await approveRun(id, treasurer.id, at))
    assert.deepEqual([second.given, second.run.state], [2, 'approved'])
  })

  test('retenir une association annule les approbations données', async ({ assert }) => {
    const { people, at } = world
    const { id } = await runIn(world, 'submitted')
    granted(await approveRun(id, people.approver.id, at))
    const held = await row<{ code: string }>(
      `SELECT a.code FROM settlement_lines l JOIN associations a ON a.id = l.association_id
       WHERE run_id = ? ORDER BY code LIMIT 1`,
      [id]
    )
    const hold = {
      runId: id,
      associationCode: held!.code,
      reason: 'Doute',
      actorId: people.finance.id,
    }
    granted(await holdAssociation(hold))
    const living = await row<{ n: number }>(
      'SELECT count(*) AS n FROM run_approvals WHERE voided_at IS NULL'
    )
    assert.equal(living!.n, 0)
    await refusedWithoutWriting(assert, () => approveRun(id, treasurer.id, at))
    granted(await submitRun(id, people.finance.id, at))
    const [again] = await refusedWithoutWriting(assert, () => holdAssociation(hold))
    assert.equal(again!.code, 'DEJA_RETENUE')
  })

  test('qui a écarté une fiche n’approuve pas la campagne qu’elle aurait grossie', async ({
    assert,
  }) => {
    const { people, at } = world
    const { id } = await runIn(world, 'calculated')
    const paid = await row<{ id: number }>(
      'SELECT min(form_id) AS id FROM settlement_lines WHERE run_id = ?',
      [id]
    )
    const refusal = { formId: paid!.id, code: 'RETENUE', verdict: 'refused' as const }
    granted(await decideForm({ ...refusal, reason: 'Faux (fictif)', actorId: treasurer.id }))
    granted(await calculateRun(id, people.finance.id, at))
    granted(await submitRun(id, people.finance.id, at))
    const [refused] = await refusedWithoutWriting(assert, () => approveRun(id, treasurer.id, at))
    assert.equal(refused!.code, 'APPROBATEUR_RAPPROCHEMENT')
  })

  test('rouvrir ou abandonner une campagne se motive', async ({ assert }) => {
    const { finance } = world.people
    const { id } = await runIn(world, 'submitted')
    const [reopened] = await refusedWithoutWriting(assert, () => reopenRun(id, finance.id, ' '))
    assert.equal(reopened!.code, 'MOTIF_MANQUANT')
    const [abandoned] = await refusedWithoutWriting(assert, () => abandonRun(id, finance.id, ''))
    assert.equal(abandoned!.code, 'MOTIF_MANQUANT')
  })
})
