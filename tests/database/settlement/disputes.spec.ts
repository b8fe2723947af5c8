import { test } from '@japa/runner'
import { createUser } from '#app/accounts/create_user'
import type User from '#app/accounts/user'
import { granted } from '#app/demo/granted'
import { answerDispute } from '#app/settlement/disputes/answer_dispute'
import { approveRun } from '#app/settlement/approval/approve_run'
import { decideCorrection } from '#app/settlement/corrections/decide_correction'
import {
  correctionDisputes,
  disputeCorrections,
} from '#app/settlement/disputes/dispute_corrections'
import { disputeThread } from '#app/settlement/disputes/dispute_thread'
import { issueRun } from '#app/statements/issue/issue_run'
import { writeDisputeMessage } from '#app/settlement/disputes/write_dispute_message'
import { listDisputes } from '#app/settlement/disputes/list_disputes'
import { openDispute, type DisputeDraft } from '#app/settlement/disputes/open_dispute'
import { submitRun } from '#app/settlement/approval/submit_run'
import { isRefused } from '#app/shared/result'
import { row } from '#app/shared/rows'
import { refuses } from '#tests/database/network/refuses'
import { refusedWithoutWriting } from '#tests/support/picture'
import { calculated, on, settled } from '#tests/scenario/campaign'
import { openFederation, type Federation } from '#tests/scenario/federation'
import { receiveForms } from '#tests/scenario/office_files'
import { receiveForm, receiveWork } from '#tests/scenario/receive_work'

/** D26-01: AV01, paid 45 + 2 × 60 by REL-2026-000001; D26-02: a form of AV01 whose saisine is unknown. */
interface Story extends Federation {
  /** Someone of AV01, and someone of AV02. */
  first: User
  second: User
}

const WORK = { reference: 'D26-01', association: 'AV01', openedOn: '2026-05-04', psychological: 2 }
const LINE: DisputeDraft = {
  contested: { statement: 'REL-2026-000001', position: 2 },
  motive: 'quantite',
  details: 'Trois entretiens, et non deux.',
}

async function opened(cleanup: (handler: () => Promise<void>) => void): Promise<Story> {
  const federation = await openFederation({ associations: 2 })
  cleanup(federation.close)
  await receiveWork(federation, '2026-07-01', WORK)
  await receiveForms(federation, '2026-07-02', 'inconnue.csv', [
    { reference: 'D26-02', association: 'AV01', receivedOn: '2026-07-02', outcome: 'Injoignable' },
  ])
  await settled(federation, '2026-08-01')
  const member = async (associationCode: string) =>
    granted(
      await createUser(federation.people.admin, {
        email: `${associationCode}@example.org`,
        fullName: `Salariée de ${associationCode} (fictif)`,
        role: 'association',
        associationCode,
      })
    )
  return { ...federation, first: await member('AV01'), second: await member('AV02') }
}

async function formOf(reference: string): Promise<number> {
  const found = await row<{ id: number }>('SELECT id FROM return_forms WHERE reference = ?', [
    reference,
  ])
  return found!.id
}

test.group('Réclamations', () => {
  test('une ligne contestée retient l’association ; acceptée, elle mène à une régularisation', async ({
    assert,
    cleanup,
  }) => {
    const story = await opened(cleanup)
    const { id } = granted(await openDispute(story.first, LINE))
    const [listed] = await listDisputes()
    assert.deepInclude(listed, {
      association: 'AV01',
      statement: 'REL-2026-000001',
      reference: 'D26-01',
      serviceCode: 'entretien_psychologique',
      verdict: null,
    })
    await receiveForm(story, '2026-08-10', { ...WORK, psychological: 3 })
    await receiveWork(story, '2026-08-11', { ...WORK, reference: 'D26-03' })
    const { run } = await calculated(story, '2026-09-01')
    const blocked = await submitRun(run.id, story.people.finance.id, on('2026-09-01'))
    assert.deepEqual(isRefused(blocked) ? blocked.refused.map(({ code }) => code) : [], [
      'RECLAMATION_OUVERTE',
    ])

    const answered = granted(
      await answerDispute({
        disputeId: id,
        verdict: 'accepted',
        answer: 'La fiche rectifiée dit bien trois entretiens.',
        actorId: story.people.coordinator.id,
      })
    )
    const proposed = await row<{ id: number; amount: number }>(
      'SELECT id, amount_cents AS amount FROM proposed_corrections'
    )
    assert.equal(proposed!.amount, 6000)
    assert.deepEqual(answered.corrections, [proposed!.id])
    granted(await submitRun(run.id, story.people.finance.id, on('2026-09-01')))
    assert.deepEqual(await listDisputes(), [])
    assert.lengthOf(await listDisputes({ all: true, associationId: story.first.associationId }), 1)
    assert.lengthOf(await listDisputes({ all: true, associationId: story.second.associationId }), 0)

    granted(await approveRun(run.id, story.people.approver.id, on('2026-09-01')))
    granted(
      await decideCorrection({
        correctionId: proposed!.id,
        verdict: 'approved',
        reason: 'Fiche rectifiée.',
        actorId: story.people.coordinator.id,
      })
    )
    const { people, pool } = story
    const at = on('2026-09-01')
    granted(await issueRun({ runId: run.id, actorId: people.finance.id, at, pool }))
    await settled(story, '2026-10-01')
    const [led] = await disputeCorrections(id)
    assert.deepInclude(led, { id: proposed!.id, state: 'settled', amountCents: 6000 })
    assert.match(led!.statement!, /^REL-/)
    const back = await correctionDisputes({ lineId: led!.lineId! })
    assert.deepEqual(
      back.map((one) => one.id),
      [id]
    )
  })

  test('le fil se tient entre l’association et la coordination, jusqu’à la réponse', async ({
    assert,
    cleanup,
  }) => {
    const story = await opened(cleanup)
    const { coordinator, finance } = story.people
    const { id } = granted(await openDispute(story.first, LINE))
    granted(await writeDisputeMessage(coordinator, id, 'Quelle date pour le troisième ?'))
    granted(await writeDisputeMessage(story.first, id, 'Le 12 mai.'))
    for (const [actor, text, code] of [
      [finance, 'Bonjour', 'ROLE_INSUFFISANT'],
      [story.second, 'Bonjour', 'RECLAMATION_INCONNUE'],
      [story.first, '  ', 'MESSAGE_VIDE'],
      [story.first, 'Demander à Mme Fictive', 'TEXTE_INDISCRET'],
    ] as const) {
      const [refused] = await refusedWithoutWriting(assert, () =>
        writeDisputeMessage(actor, id, text)
      )
      assert.equal(refused!.code, code)
    }
    assert.deepEqual(
      (await disputeThread(id)).map(({ side, body }) => `${side} ${body}`),
      ['federation Quelle date pour le troisième ?', 'association Le 12 mai.']
    )
    const verdict = 'rejected' as const
    granted(
      await answerDispute({ disputeId: id, verdict, answer: 'Deux.', actorId: coordinator.id })
    )
    const [late] = await refusedWithoutWriting(assert, () =>
      writeDisputeMessage(story.first, id, 'Encore')
    )
    assert.equal(late!.code, 'RECLAMATION_CLOSE')
    assert.equal(await refuses(`UPDATE dispute_messages SET body = 'autre'`, []), '23001')
  })

  test('une fiche refusée se conteste, une fiche retenue non', async ({ assert, cleanup }) => {
    const story = await opened(cleanup)
    const form = { motive: 'fiche_refusee', details: '' }
    const opening = granted(
      await openDispute(story.first, { ...form, contested: { formId: await formOf('D26-02') } })
    )
    assert.equal(opening.formId, await formOf('D26-02'))
    const retained = { ...form, contested: { formId: await formOf('D26-01') } }
    const [refused] = await refusedWithoutWriting(assert, () => openDispute(story.first, retained))
    assert.equal(refused!.code, 'FICHE_NON_REFUSEE')
  })

  test('on conteste ce qui est à soi, une fois, avec un motif connu et sans nommer personne', async ({
    assert,
    cleanup,
  }) => {
    const story = await opened(cleanup)
    const { finance, coordinator } = story.people
    for (const [actor, draft, code] of [
      [finance, LINE, 'ROLE_INSUFFISANT'],
      [story.second, LINE, 'LIGNE_INCONNUE'],
      [story.first, { ...LINE, contested: { ...LINE.contested, position: 9 } }, 'LIGNE_INCONNUE'],
      [story.first, { ...LINE, contested: { formId: 999 } }, 'FICHE_INCONNUE'],
      [story.first, { ...LINE, motive: 'colere' }, 'MOTIF_INCONNU'],
      [story.first, { ...LINE, motive: 'autre', details: ' ' }, 'PRECISIONS_MANQUANTES'],
      [story.first, { ...LINE, details: 'Demander à Mme Fictive' }, 'TEXTE_INDISCRET'],
      [story.first, { ...LINE, details: 'x'.repeat(501) }, 'TEXTE_TROP_LONG'],
    ] as const) {
      const [refused] = await refusedWithoutWriting(assert, () =>
        openDispute(actor, draft as DisputeDraft)
      )
      assert.equal(refused!.code, code)
    }
    granted(await openDispute(coordinator, LINE))
    const [twice] = await refusedWithoutWriting(assert, () => openDispute(story.first, LINE))
    assert.equal(twice!.code, 'RECLAMATION_EN_COURS')
  })

  test('une réponse se motive, ne se donne qu’une fois, et la base le garde', async ({
    assert,
    cleanup,
  }) => {
    const story = await opened(cleanup)
    const { id } = granted(await openDispute(story.first, LINE))
    const answer = {
      disputeId: id,
      verdict: 'rejected' as const,
      answer: 'Deux entretiens sont datés.',
      actorId: story.people.coordinator.id,
    }
    for (const [draft, code] of [
      [{ ...answer, answer: ' ' }, 'MOTIF_MANQUANT'],
      [{ ...answer, answer: 'Écrire à fictif@example.org' }, 'TEXTE_INDISCRET'],
      [{ ...answer, disputeId: 999 }, 'RECLAMATION_INCONNUE'],
    ] as const) {
      const [refused] = await refusedWithoutWriting(assert, () => answerDispute(draft))
      assert.equal(refused!.code, code)
    }
    assert.deepEqual(granted(await answerDispute(answer)).corrections, [])
    const [closed] = await refusedWithoutWriting(assert, () => answerDispute(answer))
    assert.equal(closed!.code, 'RECLAMATION_CLOSE')
    assert.equal(await refuses(`UPDATE disputes SET answer = 'autre' WHERE id = ?`, [id]), '23001')
    assert.equal(await refuses('DELETE FROM disputes WHERE id = ?', [id]), '23001')
    granted(await openDispute(story.first, LINE))
  })
})
