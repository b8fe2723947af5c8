import { test } from '@japa/runner'
import { decideAdvance } from '#app/conventions/advance/decide_advance'
import { createUser } from '#app/accounts/create_user'
import { granted } from '#app/demo/granted'
import { decideForm } from '#app/reconciliation/decisions/decide_form'
import { abandonRun } from '#app/settlement/abandon_run'
import { approveRun } from '#app/settlement/approval/approve_run'
import { calculateRun } from '#app/settlement/calculation/calculate_run'
import { createRun } from '#app/settlement/create_run'
import { decideCorrection } from '#app/settlement/corrections/decide_correction'
import { holdAssociation } from '#app/settlement/holds/hold_association'
import { reopenRun } from '#app/settlement/approval/reopen_run'
import type Run from '#app/settlement/run'
import { submitRun } from '#app/settlement/approval/submit_run'
import { row } from '#app/shared/rows'
import { issueRun } from '#app/statements/issue/issue_run'
import { emptyDatabase } from '#tests/support/laid'
import { refusedWithoutWriting } from '#tests/support/picture'
import { runIn } from '#tests/support/run_in'
import { aWorld, type World } from '#tests/support/world'

test.group('Verbes d’une campagne, refusés', (group) => {
  let world: World
  /** FIC-2026, MIN-2023 and AMF-2021. */
  let calculated: Run
  let submitted: Run
  let issued: Run

  group.setup(async () => {
    world = await aWorld({ associations: 3, saisines: 30 })
    issued = await runIn(world, 'issued', 'AMF-2021')
    submitted = await runIn(world, 'submitted', 'MIN-2023')
    calculated = await runIn(world, 'calculated', 'FIC-2026')
    return emptyDatabase
  })

  test('on n’ouvre pas une campagne d’un jour illisible, d’une convention inconnue, ou à côté d’une autre', async ({
    assert,
  }) => {
    const preparedBy = world.people.finance.id
    const open = (conventionCode: string, until: string) => () =>
      createRun({ conventionCode, until, preparedBy })
    const [unreadable] = await refusedWithoutWriting(assert, open('AMF-2021', '31/02/2026'))
    assert.equal(unreadable!.message, '« 31/02/2026 » n’est pas un jour.')
    const [unknown] = await refusedWithoutWriting(assert, open('XYZ-2000', world.until))
    assert.equal(unknown!.message, 'La convention « XYZ-2000 » n’existe pas.')
    const [beside] = await refusedWithoutWriting(assert, open('FIC-2026', world.until))
    assert.equal(beside!.code, 'CAMPAGNE_OUVERTE')
  })

  test('chaque verbe dit en quel état la campagne doit être', async ({ assert }) => {
    const { finance, approver } = world.people
    const { at } = world
    const reason = 'Motif fictif'
    const verbs: [() => Promise<object>, string][] = [
      [() => calculateRun(submitted.id, finance.id, at), 'calculer'],
      [() => submitRun(submitted.id, finance.id, at), 'soumettre'],
      [() => approveRun(calculated.id, approver.id, at), 'approuver'],
      [() => reopenRun(calculated.id, finance.id, reason), 'rouvrir'],
      [() => issueRun({ runId: calculated.id, actorId: finance.id, at }), 'émettre'],
      [() => issueRun({ runId: submitted.id, actorId: finance.id, at }), 'émettre'],
      [() => issueRun({ runId: issued.id, actorId: finance.id, at }), 'émettre'],
      [() => abandonRun(issued.id, finance.id, reason), 'abandonner'],
      [() => reopenRun(issued.id, finance.id, reason), 'rouvrir'],
      [() => calculateRun(issued.id, finance.id, at), 'calculer'],
      [() => approveRun(issued.id, approver.id, at), 'approuver'],
    ]
    for (const [verb, label] of verbs) {
      const [refused] = await refusedWithoutWriting(assert, verb)
      assert.equal(refused!.code, 'ETAT_DE_LA_CAMPAGNE')
      assert.match(
        refused!.message,
        new RegExp(`^On ne peut pas ${label} la campagne .+ : elle est « .+ »\\.$`)
      )
      assert.match(refused!.remedy!, /^Elle doit être « .+ »\.$/)
    }
  })

  test('une campagne inconnue est inconnue de tous les verbes', async ({ assert }) => {
    const { finance, approver } = world.people
    const { at } = world
    for (const verb of [
      () => calculateRun(999, finance.id, at),
      () => submitRun(999, finance.id, at),
      () => approveRun(999, approver.id, at),
      () => reopenRun(999, finance.id, 'x'),
      () => abandonRun(999, finance.id, 'x'),
      () => issueRun({ runId: 999, actorId: finance.id, at }),
    ]) {
      const [refused] = await refusedWithoutWriting(assert, verb)
      assert.equal(refused!.message, 'Il n’y a pas de campagne n° 999.')
    }
  })

  test('qui a préparé ou soumis une campagne ne l’approuve pas', async ({ assert }) => {
    const [refused] = await refusedWithoutWriting(assert, () =>
      approveRun(submitted.id, world.people.finance.id, world.at)
    )
    assert.equal(refused!.message, 'On n’approuve pas une campagne que l’on a préparée.')
  })

  test('une campagne ne part pas quand une association ne peut pas être payée', async ({
    assert,
  }) => {
    // The account of AV01 was approved in March: a month earlier, it could not be paid.
    const early = new Date('2026-02-01T09:00:00Z')
    const refused = await refusedWithoutWriting(assert, () =>
      submitRun(calculated.id, world.people.finance.id, early)
    )
    assert.includeMembers(
      refused.map(({ code }) => code),
      ['COMPTE_EN_DELAI']
    )
    for (const { message } of refused) assert.match(message, /^AV0\d .+ : /)
  })

  test('une retenue se motive, et désigne une association de la campagne', async ({ assert }) => {
    const hold = (runId: number, associationCode: string, reason: string) => () =>
      holdAssociation({ runId, associationCode, reason, actorId: world.people.finance.id })
    const [silent] = await refusedWithoutWriting(assert, hold(calculated.id, 'AV01', '  '))
    assert.equal(silent!.message, 'Une retenue se motive.')
    const [absent] = await refusedWithoutWriting(assert, hold(calculated.id, 'AV99', 'Doute'))
    assert.equal(absent!.code, 'ASSOCIATION_ABSENTE')
    const [late] = await refusedWithoutWriting(assert, hold(issued.id, 'AV01', 'Doute'))
    assert.equal(late!.code, 'ETAT_DE_LA_CAMPAGNE')
  })

  test('une régularisation inconnue ou sans motif ne se décide pas', async ({ assert }) => {
    const actorId = world.people.coordinator.id
    const decide = (correctionId: number, reason: string) => () =>
      decideCorrection({ correctionId, verdict: 'approved', reason, actorId })
    const [unknown] = await refusedWithoutWriting(assert, decide(999, 'Motif'))
    assert.equal(unknown!.message, 'Il n’y a pas de régularisation n° 999.')
    const [silent] = await refusedWithoutWriting(assert, decide(999, ' '))
    assert.equal(silent!.message, 'Une décision se motive.')
  })

  test('une avance revient à qui approuve, avec un montant et un motif', async ({ assert }) => {
    const { finance, approver } = world.people
    const advance = { conventionCode: 'AMF-2021', upToCents: 1000, reason: 'Attente' }
    for (const [actor, draft, code] of [
      [finance, advance, 'ROLE_INSUFFISANT'],
      [approver, { ...advance, reason: ' ' }, 'AVANCE_INCOMPLETE'],
      [approver, { ...advance, upToCents: 0 }, 'AVANCE_INCOMPLETE'],
      [approver, { ...advance, conventionCode: 'XYZ' }, 'CONVENTION_INCONNUE'],
    ] as const) {
      const [refused] = await refusedWithoutWriting(assert, () => decideAdvance(actor, draft))
      assert.equal(refused!.code, code)
    }
  })

  test('qui a décidé d’une fiche de la campagne ne l’approuve pas, et nul ne l’approuve deux fois', async ({
    assert,
  }) => {
    const { people, at } = world
    const other = granted(
      await createUser(people.admin, {
        email: 'tresorerie@example.org',
        fullName: 'Trésorerie (fictif)',
        role: 'approver',
        associationCode: null,
      })
    )
    const paid = await row<{ id: number }>(
      'SELECT min(form_id) AS id FROM settlement_lines WHERE run_id = ?',
      [submitted.id]
    )
    const decision = {
      formId: paid!.id,
      code: 'RETENUE',
      verdict: 'refused' as const,
      reason: 'Envoyée par erreur (fictif)',
      actorId: other.id,
    }
    const [closed] = await refusedWithoutWriting(assert, () => decideForm(decision))
    assert.equal(closed!.code, 'CAMPAGNE_SOUMISE')

    granted(await reopenRun(submitted.id, people.finance.id, 'À vérifier'))
    granted(await decideForm(decision))
    granted(await calculateRun(submitted.id, people.finance.id, at))
    granted(await submitRun(submitted.id, people.finance.id, at))
    const [involved] = await refusedWithoutWriting(assert, () =>
      approveRun(submitted.id, other.id, at)
    )
    assert.equal(
      involved!.message,
      'On n’approuve pas une campagne dont on a rapproché des fiches.'
    )

    granted(await approveRun(submitted.id, people.approver.id, at))
    const [twice] = await refusedWithoutWriting(assert, () =>
      approveRun(submitted.id, people.approver.id, at)
    )
    assert.equal(twice!.code, 'ETAT_DE_LA_CAMPAGNE')
  })
})
