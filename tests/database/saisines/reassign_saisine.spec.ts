import { test } from '@japa/runner'
import { granted } from '#app/demo/granted'
import { endMembership } from '#app/network/members/end_membership'
import { reassignSaisine } from '#app/saisines/reassign_saisine'
import { row } from '#app/shared/rows'
import { refusedWithoutWriting } from '#tests/support/picture'
import {
  calculated,
  issued,
  linesOf,
  on,
  outcomes,
  recalculated,
  settled,
} from '#tests/scenario/campaign'
import { approveRun } from '#app/settlement/approval/approve_run'
import { submitRun } from '#app/settlement/approval/submit_run'
import { openFederation, type Federation } from '#tests/scenario/federation'
import { receiveForms, receiveSaisines } from '#tests/scenario/office_files'
import { receiveWork } from '#tests/scenario/receive_work'

const WORK = { reference: 'R26-01', association: 'AV01', openedOn: '2026-05-04', psychological: 2 }

async function opened(cleanup: (handler: () => Promise<void>) => void): Promise<Federation> {
  const federation = await openFederation({ associations: 3 })
  cleanup(federation.close)
  await receiveWork(federation, '2026-07-01', WORK)
  return federation
}

function reassign({ people }: Federation, toAssociation: string, reason = 'Déménagement') {
  return reassignSaisine({
    reference: 'R26-01',
    conventionCode: 'AMF-2021',
    toAssociation,
    reason,
    actorId: people.coordinator.id,
  })
}

test.group('Réaffectation d’une saisine', () => {
  test('seule l’association qui a repris la saisine est payée, et la campagne calculée est à refaire', async ({
    assert,
    cleanup,
  }) => {
    const federation = await opened(cleanup)
    const { run } = await calculated(federation, '2026-08-01')
    granted(await reassign(federation, 'AV02'))
    await run.refresh()
    assert.equal(run.state, 'draft')
    await receiveForms(federation, '2026-07-20', 'reprise.csv', [
      {
        reference: 'R26-01',
        association: 'AV02',
        receivedOn: '2026-07-20',
        outcome: 'Prise en charge',
        contactOn: '2026-07-15',
        acts: { entretien_psychologique: 1 },
      },
    ])
    await recalculated(federation, run.id, '2026-08-01')
    assert.deepEqual(await linesOf(run.id), [
      'AV02 R26-01 forfait_saisine 1 4500',
      'AV02 R26-01 entretien_psychologique 1 6000',
    ])
    assert.sameMembers(await outcomes(), ['R26-01 MAUVAISE_ASSOCIATION', 'R26-01 RETENUE'])
  })

  test('le fichier de la plateforme qui dit encore l’ancienne association ne change rien', async ({
    assert,
    cleanup,
  }) => {
    const federation = await opened(cleanup)
    granted(await reassign(federation, 'AV02'))
    granted(await reassign(federation, 'AV03'))
    const saisine = { reference: 'R26-01', association: 'AV01', openedOn: '2026-05-04' }
    const report = await receiveSaisines(federation, '2026-07-21', 'cumul.csv', [
      saisine,
      { ...saisine, reference: 'R26-02' },
    ])
    assert.include(report, { created: 1, unchanged: 1 })
    await assert.rejects(() =>
      receiveSaisines(federation, '2026-07-22', 'faux.csv', [
        { ...saisine, openedOn: '2026-05-05' },
      ])
    )
    const holder = await row<{ code: string }>(
      `SELECT a.code FROM saisines s JOIN associations a ON a.id = s.association_id WHERE reference = 'R26-01'`
    )
    assert.equal(holder!.code, 'AV03')
  })

  test('une saisine payée ne change plus de mains', async ({ assert, cleanup }) => {
    const federation = await opened(cleanup)
    await settled(federation, '2026-08-01')
    const [paid] = await refusedWithoutWriting(assert, () => reassign(federation, 'AV02'))
    assert.equal(paid!.message, 'La saisine R26-01 est déjà payée par le relevé REL-2026-000001.')
  })

  test('une campagne soumise se rouvre avant qu’une de ses saisines ne change de mains', async ({
    assert,
    cleanup,
  }) => {
    const federation = await opened(cleanup)
    const { run } = await calculated(federation, '2026-08-01')
    granted(await submitRun(run.id, federation.people.finance.id, on('2026-08-01')))
    const [submitted] = await refusedWithoutWriting(assert, () => reassign(federation, 'AV02'))
    assert.equal(submitted!.code, 'CAMPAGNE_SOUMISE')
  })

  test('qui a réaffecté une saisine n’approuve pas la campagne qui suit', async ({
    assert,
    cleanup,
  }) => {
    const federation = await opened(cleanup)
    const { approver, finance } = federation.people
    const move = { reference: 'R26-01', conventionCode: 'AMF-2021', reason: 'Déménagement' }
    for (const toAssociation of ['AV02', 'AV01']) {
      granted(await reassignSaisine({ ...move, toAssociation, actorId: approver.id }))
    }
    const { run } = await calculated(federation, '2026-08-01')
    granted(await submitRun(run.id, finance.id, on('2026-08-01')))
    const [involved] = await refusedWithoutWriting(assert, () =>
      approveRun(run.id, approver.id, on('2026-08-01'))
    )
    assert.equal(involved!.code, 'APPROBATEUR_RAPPROCHEMENT')
  })

  test('elle se motive sans nommer personne, et désigne une autre association, adhérente', async ({
    assert,
    cleanup,
  }) => {
    const federation = await opened(cleanup)
    granted(
      await endMembership({
        associationCode: 'AV03',
        endsOn: '2026-06-30',
        reason: 'Dissolution (fictif)',
        actorId: federation.people.coordinator.id,
      })
    )
    for (const [to, reason, code, field] of [
      ['AV02', ' ', 'MOTIF_MANQUANT', 'motif'],
      ['AV02', 'Suivie par Mme Fictive', 'MOTIF_INDISCRET', 'motif'],
      ['AV02', 'x'.repeat(501), 'MOTIF_TROP_LONG', 'motif'],
      ['AV99', 'Déménagement', 'ASSOCIATION_INCONNUE', 'association'],
      ['AV01', 'Déménagement', 'MEME_ASSOCIATION', 'association'],
      ['AV03', 'Déménagement', 'ADHESION_INACTIVE', 'association'],
    ] as const) {
      const [refused] = await refusedWithoutWriting(assert, () => reassign(federation, to, reason))
      assert.include(refused, { code, field })
    }
    const [unknown] = await refusedWithoutWriting(assert, () =>
      reassignSaisine({
        reference: 'R26-99',
        conventionCode: 'AMF-2021',
        toAssociation: 'AV02',
        reason: 'Déménagement',
        actorId: federation.people.coordinator.id,
      })
    )
    assert.equal(unknown!.code, 'SAISINE_INCONNUE')
  })

  test('la base ne laisse pas une trace de réaffectation se réécrire', async ({
    assert,
    cleanup,
  }) => {
    const federation = await opened(cleanup)
    const { run } = await calculated(federation, '2026-08-01')
    granted(await reassign(federation, 'AV02'))
    await recalculated(federation, run.id, '2026-08-01')
    await issued(federation, run.id, '2026-08-01')
    await assert.rejects(() => row(`UPDATE reassignments SET reason = 'autre'`))
  })
})
