import { test } from '@japa/runner'
import { decideAdvance } from '#app/conventions/advance/decide_advance'
import { granted } from '#app/demo/granted'
import { makeIban } from '#app/demo/network/make_iban'
import { createRandom } from '#app/demo/random'
import { approveBankAccount } from '#app/network/bank_accounts/approve_bank_account'
import { proposeBankAccount } from '#app/network/bank_accounts/propose_bank_account'
import { endMembership } from '#app/network/members/end_membership'
import { answerDispute } from '#app/settlement/disputes/answer_dispute'
import { approveRun } from '#app/settlement/approval/approve_run'
import { holdAssociation } from '#app/settlement/holds/hold_association'
import { openDispute } from '#app/settlement/disputes/open_dispute'
import { releaseHold } from '#app/settlement/holds/release_hold'
import { submitRun } from '#app/settlement/approval/submit_run'
import { isRefused } from '#app/shared/result'
import { row, rows } from '#app/shared/rows'
import { bankFile, cells, runWorkbook } from '#tests/scenario/archive'
import { breaches, statements } from '#tests/scenario/books'
import { calculated, issued, linesOf, on, ordered, settled } from '#tests/scenario/campaign'
import { openFederation, type Federation, type FederationWish } from '#tests/scenario/federation'
import { receiveWork } from '#tests/scenario/receive_work'
import type { Day } from '#app/shared/day'

/** G26-01: AV01, 45 + 2 × 60 = 165 €. G26-02: AV02, 45 + 60 = 105 €. */
async function opened(
  cleanup: (handler: () => Promise<void>) => void,
  wish: FederationWish = {}
): Promise<Federation> {
  const federation = await openFederation({ associations: 2, ...wish })
  cleanup(federation.close)
  const work = { openedOn: '2026-05-04' }
  await receiveWork(federation, '2026-07-01', {
    ...work,
    reference: 'G26-01',
    association: 'AV01',
    psychological: 2,
  })
  await receiveWork(federation, '2026-07-02', {
    ...work,
    reference: 'G26-02',
    association: 'AV02',
    psychological: 1,
  })
  return federation
}

/** What a submission answers, reason by reason. */
async function submission({ people }: Federation, runId: number, day: Day): Promise<string[]> {
  const answer = await submitRun(runId, people.finance.id, on(day))
  return isRefused(answer) ? answer.refused.map(({ code, message }) => `${code} ${message}`) : []
}

function hold({ people }: Federation, runId: number, associationCode: string, reason: string) {
  return holdAssociation({ runId, associationCode, reason, actorId: people.finance.id })
}

test.group('Ce qui arrête une campagne', () => {
  test('une association retenue est payée par la campagne suivante', async ({
    assert,
    cleanup,
  }) => {
    const federation = await opened(cleanup)
    const { run } = await calculated(federation, '2026-08-01')
    granted(await hold(federation, run.id, 'AV02', 'RIB contesté (fictif).'))
    await issued(federation, run.id, '2026-08-01')
    assert.deepEqual(await statements(), ['REL-2026-000001 AV01 16500 16500 0'])
    const synthesis = cells(await runWorkbook(run.id), 'Synthèse')
    assert.equal(synthesis.at(-2)![7], 'RIB contesté (fictif).')

    const next = await settled(federation, '2026-09-01')
    assert.deepEqual(await linesOf(next.id), [
      'AV02 G26-02 forfait_saisine 1 4500',
      'AV02 G26-02 entretien_psychologique 1 6000',
    ])
    const order = await ordered(federation, [run.id, next.id], '2026-09-01')
    assert.deepEqual((await bankFile(order.id)).sums, ['270.00', '270.00'])
    assert.deepEqual(await breaches(), [])
  })

  test('un compte qui change attend la fin de son délai, puis c’est lui qui reçoit', async ({
    assert,
    cleanup,
  }) => {
    const federation = await opened(cleanup)
    const first = await settled(federation, '2026-08-01')
    const { iban } = await changeAccount(federation, 'AV02', '2026-09-08')
    await receiveWork(federation, '2026-09-08', {
      reference: 'G26-03',
      association: 'AV02',
      openedOn: '2026-08-03',
      psychological: 3,
    })
    const { run } = await calculated(federation, '2026-09-09')
    assert.deepEqual(await submission(federation, run.id, '2026-09-09'), [
      `COMPTE_EN_DELAI AV02 ${federation.network[1]!.name} : Les coordonnées bancaires viennent de changer\u00a0: elles ne servent qu’à partir du 11/09/2026\u00a0à\u00a013\u00a0h\u00a000.`,
    ])
    await issued(federation, run.id, '2026-09-11')
    const order = await ordered(federation, [run.id], '2026-09-11')
    const bank = await bankFile(order.id)
    assert.deepEqual(bank.transfers, ['REL-2026-000003 225.00'])
    assert.deepEqual(bank.ibans.slice(1), [iban])
    assert.lengthOf(await linesOf(first.id), 4)
    assert.deepEqual(await breaches(), [])
  })

  test('un compte remplacé entre l’émission et l’ordre de virement n’est pas payé', async ({
    assert,
    cleanup,
  }) => {
    const federation = await opened(cleanup)
    const run = await settled(federation, '2026-08-01')
    await changeAccount(federation, 'AV02', '2026-08-03')
    await assert.rejects(() => ordered(federation, [run.id], '2026-08-04'), /AV02/)
    assert.deepEqual(await breaches(), [])
  })

  test('trois jours après son approbation, c’est le nouveau compte qui est payé', async ({
    assert,
    cleanup,
  }) => {
    const federation = await opened(cleanup)
    const run = await settled(federation, '2026-08-01')
    const { iban } = await changeAccount(federation, 'AV02', '2026-08-03')
    await assert.rejects(() => ordered(federation, [run.id], '2026-08-05'), /AV02/)
    assert.lengthOf(await rows('SELECT 1 FROM transfers'), 0)
    const order = await ordered(federation, [run.id], '2026-08-06')
    const bank = await bankFile(order.id)
    assert.deepEqual(bank.transfers, ['REL-2026-000001 165.00', 'REL-2026-000002 105.00'])
    assert.equal(bank.ibans.at(-1), iban)
    assert.deepEqual(await breaches(), [])
  })

  test('une retenue levée fait revoter, puis l’association est payée avec les autres', async ({
    assert,
    cleanup,
  }) => {
    const federation = await opened(cleanup)
    const { finance, approver } = federation.people
    const { run } = await calculated(federation, '2026-08-01')
    granted(await hold(federation, run.id, 'AV02', 'RIB contesté (fictif).'))
    granted(await submitRun(run.id, finance.id, on('2026-08-01')))
    granted(await approveRun(run.id, approver.id, on('2026-08-01')))
    granted(await releaseHold(run.id, 'AV02', finance.id))
    assert.equal((await run.refresh()).state, 'calculated')
    assert.lengthOf(await rows('SELECT 1 FROM run_approvals WHERE voided_at IS NULL'), 0)
    await issued(federation, run.id, '2026-08-02')
    assert.deepEqual(await statements(), [
      'REL-2026-000001 AV01 16500 16500 0',
      'REL-2026-000002 AV02 10500 10500 0',
    ])
    assert.deepEqual(await breaches(), [])
  })

  test('une enveloppe trop petite arrête la campagne entière', async ({ assert, cleanup }) => {
    const federation = await opened(cleanup, {
      change: (file) => ({
        ...file,
        envelopes: [{ from: '2026-01-01', to: '2027-01-01', amountCents: 20_000 }],
      }),
    })
    const { run } = await calculated(federation, '2026-08-01')
    assert.deepEqual(await submission(federation, run.id, '2026-08-01'), [
      'ENVELOPPE_DEPASSEE La campagne demande 270,00\u00a0€ ; il reste 200,00\u00a0€ sur l’enveloppe de 200,00\u00a0€.',
    ])
    granted(await hold(federation, run.id, 'AV02', 'Enveloppe épuisée (fictif).'))
    await issued(federation, run.id, '2026-08-01')
    const { run: next } = await calculated(federation, '2026-09-01')
    assert.deepEqual(await submission(federation, next.id, '2026-09-01'), [
      'ENVELOPPE_DEPASSEE La campagne demande 105,00\u00a0€ ; il reste 35,00\u00a0€ sur l’enveloppe de 200,00\u00a0€.',
    ])
  })

  test('les fonds ne sont pas arrivés, puis une avance est décidée', async ({
    assert,
    cleanup,
  }) => {
    const federation = await opened(cleanup, {
      change: (file) => ({
        ...file,
        receipts: [{ receivedOn: '2026-01-20', amountCents: 10_000, reference: 'ACOMPTE' }],
      }),
    })
    const { approver, finance } = federation.people
    const { run } = await calculated(federation, '2026-08-01')
    assert.deepEqual(await submission(federation, run.id, '2026-08-01'), [
      'FONDS_NON_RECUS La campagne demande 270,00\u00a0€ ; il reste 100,00\u00a0€ des versements reçus et des avances décidées.',
    ])
    const advance = {
      conventionCode: 'AMF-2021',
      upToCents: 17_000,
      reason: 'Versement annoncé (fictif).',
    }
    const refused = await decideAdvance(finance, advance)
    assert.isTrue(isRefused(refused))
    assert.lengthOf(await rows('SELECT 1 FROM advance_decisions'), 0)
    granted(await decideAdvance(approver, advance))
    await issued(federation, run.id, '2026-08-01')
    assert.lengthOf(await statements(), 2)
    assert.deepEqual(await breaches(), [])
  })

  test('une réclamation ouverte bloque l’association jusqu’à la réponse', async ({
    assert,
    cleanup,
  }) => {
    const federation = await opened(cleanup)
    const { coordinator } = federation.people
    await settled(federation, '2026-08-01')
    await receiveWork(federation, '2026-08-10', {
      reference: 'G26-03',
      association: 'AV01',
      openedOn: '2026-07-20',
      psychological: 1,
    })
    const { id } = granted(
      await openDispute(coordinator, {
        contested: { statement: 'REL-2026-000001', position: 2 },
        motive: 'quantite',
        details: 'Deux entretiens oubliés (fictif).',
      })
    )
    const { run } = await calculated(federation, '2026-09-01')
    assert.deepEqual(await submission(federation, run.id, '2026-09-01'), [
      `RECLAMATION_OUVERTE AV01 ${federation.network[0]!.name} : Une réclamation est ouverte.`,
    ])
    granted(
      await answerDispute({
        disputeId: id,
        verdict: 'rejected',
        answer: 'Deux entretiens sont datés (fictif).',
        actorId: coordinator.id,
      })
    )
    assert.deepEqual(await submission(federation, run.id, '2026-09-01'), [])
  })

  test('une adhésion terminée bloque l’association, et elle seule', async ({ assert, cleanup }) => {
    const federation = await opened(cleanup)
    granted(
      await endMembership({
        associationCode: 'AV02',
        endsOn: '2026-07-31',
        reason: 'Dissolution (fictif)',
        actorId: federation.people.coordinator.id,
      })
    )
    const { run } = await calculated(federation, '2026-08-01')
    assert.deepEqual(await submission(federation, run.id, '2026-08-01'), [
      `ADHESION_INACTIVE AV02 ${federation.network[1]!.name} : L’association n’est pas adhérente à cette date.`,
    ])
    granted(await hold(federation, run.id, 'AV02', 'Adhésion terminée (fictif).'))
    await issued(federation, run.id, '2026-08-01')
    assert.deepEqual(await statements(), ['REL-2026-000001 AV01 16500 16500 0'])
  })
})

/** Another account of the association, proposed and approved on that day. */
async function changeAccount({ people }: Federation, code: string, day: Day) {
  const association = await row<{ id: number }>('SELECT id FROM associations WHERE code = ?', [
    code,
  ])
  const account = makeIban(createRandom(`account of ${code}`))
  const proposal = {
    associationId: association!.id,
    ...account,
    holder: 'Association fictive',
    evidence: 'RIB reçu (fictif)',
  }
  const proposed = granted(await proposeBankAccount(people.coordinator, proposal, on(day)))
  const approval = { accountId: proposed.account.id, callbackNote: 'Rappel fictif au standard' }
  granted(await approveBankAccount(people.approver, approval, on(day)))
  return account
}
