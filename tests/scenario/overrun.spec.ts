import { test } from '@japa/runner'
import { granted } from '#app/demo/granted'
import { abandonRun } from '#app/settlement/abandon_run'
import { envelopeUses } from '#app/ledger/flow/envelope_use'
import { holdAssociation } from '#app/settlement/holds/hold_association'
import { submitRun } from '#app/settlement/approval/submit_run'
import { isRefused } from '#app/shared/result'
import { row, rows } from '#app/shared/rows'
import { explainLineOfRun } from '#app/statements/explanation/explain_line'
import { breaches, journal, statements } from '#tests/scenario/books'
import { calculated, issued, linesOf, on, recalculated } from '#tests/scenario/campaign'
import { openFederation, type Federation } from '#tests/scenario/federation'
import { receiveWork } from '#tests/scenario/receive_work'
import type { ConventionFile } from '#app/conventions/file/convention_file'

const small =
  (amountCents: number) =>
  (file: ConventionFile): ConventionFile => ({
    ...file,
    overrunPolicy: 'wait',
    envelopes: [{ from: '2026-01-01', to: '2027-01-01', amountCents }],
  })

/** AV01: 165 € received on 2 July. AV02: 105 € received on 1 July, hence before AV01. */
async function opened(
  cleanup: (handler: () => Promise<void>) => void,
  envelopeCents: number,
  change = small(envelopeCents)
): Promise<Federation> {
  const federation = await openFederation({ associations: 2, change })
  cleanup(federation.close)
  const work = { openedOn: '2026-05-04' }
  await receiveWork(federation, '2026-07-01', {
    ...work,
    reference: 'W26-02',
    association: 'AV02',
    psychological: 1,
  })
  await receiveWork(federation, '2026-07-02', {
    ...work,
    reference: 'W26-01',
    association: 'AV01',
    psychological: 2,
  })
  return federation
}

test.group('Au-delà de l’enveloppe, on attend', () => {
  test('la fiche la plus ancienne passe d’abord, l’autre association est payée ensuite', async ({
    assert,
    cleanup,
  }) => {
    const federation = await opened(cleanup, 20_000)
    const { run, waiting } = await calculated(federation, '2026-08-01')
    assert.equal(waiting, 1)
    assert.deepEqual(await holds(), [
      'AV01 L’enveloppe ne suffit pas à ces 165,00\u00a0€\u00a0: ce règlement attend la campagne suivante.',
    ])
    await issued(federation, run.id, '2026-08-01')
    assert.deepEqual(await statements(), ['REL-2026-000001 AV02 10500 10500 0'])

    // 200 − 105 leave 95, and 165 still wait.
    const next = await calculated(federation, '2026-09-01')
    assert.equal(next.waiting, 1)
    await rows('DELETE FROM run_holds WHERE run_id = ?', [next.run.id])
    const [refused] = await submission(federation, next.run.id)
    assert.equal(refused, 'ENVELOPPE_DEPASSEE')
    assert.deepEqual(await linesOf(next.run.id), [
      'AV01 W26-01 forfait_saisine 1 4500',
      'AV01 W26-01 entretien_psychologique 2 12000',
    ])
    assert.deepEqual(await breaches(), [])
  })

  test('une attente du calcul se lève au calcul suivant quand l’enveloppe suffit', async ({
    assert,
    cleanup,
  }) => {
    const federation = await opened(cleanup, 20_000)
    const { run } = await calculated(federation, '2026-08-01')
    assert.lengthOf(await holds(), 1)
    await recalculated(federation, run.id, '2026-08-01')
    assert.lengthOf(await rows('SELECT 1 FROM run_holds'), 1)
    // With one more form AV02 asks 330, beyond the whole envelope: AV01 fits in its place.
    await receiveWork(federation, '2026-07-20', {
      openedOn: '2026-05-04',
      reference: 'W26-03',
      association: 'AV02',
      psychological: 3,
    })
    await recalculated(federation, run.id, '2026-08-01')
    assert.deepEqual(await holds(), [
      'AV02 L’enveloppe ne suffit pas à ces 330,00\u00a0€\u00a0: ce règlement attend la campagne suivante.',
    ])
    assert.lengthOf(await rows('SELECT 1 FROM run_holds'), 2)
  })

  test('à l’enveloppe exacte, personne n’attend', async ({ assert, cleanup }) => {
    const federation = await opened(cleanup, 27_000)
    const { waiting } = await calculated(federation, '2026-08-01')
    assert.equal(waiting, 0)
    assert.deepEqual(await holds(), [])
  })
})

const shared =
  (amountCents: number) =>
  (file: ConventionFile): ConventionFile => ({
    ...file,
    overrunPolicy: 'prorata',
    envelopes: [
      { from: '2026-01-01', to: '2026-09-01', amountCents },
      { from: '2026-09-01', to: '2027-01-01', amountCents: 50_000 },
    ],
  })

test.group('Au-delà de l’enveloppe, on partage', () => {
  test('chacun reçoit sa part au centime, et l’enveloppe suivante rend ce qui manquait', async ({
    assert,
    cleanup,
  }) => {
    const federation = await opened(cleanup, 20_000, shared(20_000))
    const { run } = await calculated(federation, '2026-08-01')
    // 200 € for 270 €: 165 × 200 ÷ 270 = 122,22; 105 × 200 ÷ 270 = 77,78.
    assert.deepEqual(await linesOf(run.id), [
      'AV01 W26-01 forfait_saisine 1 4500',
      'AV01 W26-01 entretien_psychologique 2 12000',
      'AV01 abatement -4278',
      'AV02 W26-02 forfait_saisine 1 4500',
      'AV02 W26-02 entretien_psychologique 1 6000',
      'AV02 abatement -2722',
    ])
    const { contentHash } = run
    const again = await recalculated(federation, run.id, '2026-08-01')
    assert.deepEqual(again.run.contentHash, contentHash)
    assert.deepEqual(await reasons('AV01', run.id), [
      'Il restait 200,00 € sur l’enveloppe, pour 270,00 € à régler : chaque association en reçoit une part, au prorata de ce qui lui est dû, les centimes restants allant aux plus fortes fractions.',
      'Dû : 165,00 €. Part de l’enveloppe : 122,22 €. Abattement : 122,22 € − 165,00 € = -42,78 €.',
      'Cette somme n’est pas perdue : la prochaine campagne la reprend.',
    ])
    await issued(federation, run.id, '2026-08-01')
    assert.deepEqual(await statements(), [
      'REL-2026-000001 AV01 12222 12222 0',
      'REL-2026-000002 AV02 7778 7778 0',
    ])
    assert.deepEqual(await journal(), [
      'REL-2026-000001 657100 12222 0',
      'REL-2026-000001 467000 AV01 0 12222',
      'REL-2026-000002 657100 7778 0',
      'REL-2026-000002 467000 AV02 0 7778',
    ])
    assert.deepEqual(await breaches(), [])

    assert.deepEqual(
      (await envelopeUses()).map(
        ({ from, engagedPercent, state }) => `${from} ${engagedPercent} ${state}`
      ),
      ['2026-09-01 0 calm', '2026-01-01 100 alert']
    )
    // Nothing is left of this envelope: what is missing waits for the next one.
    const early = await calculated(federation, '2026-08-20')
    assert.deepEqual(await submission(federation, early.run.id), ['ENVELOPPE_DEPASSEE'])
    granted(await abandonRun(early.run.id, federation.people.finance.id, 'Plus rien (fictif).'))
    const next = await calculated(federation, '2026-10-01')
    assert.deepEqual(await linesOf(next.run.id), ['AV01 arrears 4278', 'AV02 arrears 2722'])
    assert.deepEqual(await reasons('AV02', next.run.id), [
      'L’enveloppe du relevé REL-2026-000002 ne suffisait pas : 27,22 € en avaient été retirés. Cette somme est reprise ici.',
    ])
    await issued(federation, next.run.id, '2026-10-01')
    assert.deepEqual((await statements()).slice(2), [
      'REL-2026-000003 AV01 4278 4278 0',
      'REL-2026-000004 AV02 2722 2722 0',
    ])
    assert.deepEqual(await breaches(), [])
    const after = await calculated(federation, '2026-11-01')
    assert.deepEqual(await linesOf(after.run.id), [])
  })

  test('à l’enveloppe exacte, personne n’est abattu', async ({ assert, cleanup }) => {
    const federation = await opened(cleanup, 27_000, shared(27_000))
    const { run } = await calculated(federation, '2026-08-01')
    assert.lengthOf(await linesOf(run.id), 4)
    assert.lengthOf(await rows('SELECT 1 FROM run_shares'), 0)
  })

  test('qui est mis de côté par une personne ne prend pas de part', async ({ assert, cleanup }) => {
    const federation = await opened(cleanup, 20_000, shared(20_000))
    const { run } = await calculated(federation, '2026-08-01')
    const hold = { runId: run.id, associationCode: 'AV02', reason: 'Doute (fictif).' }
    granted(await holdAssociation({ ...hold, actorId: federation.people.finance.id }))
    await recalculated(federation, run.id, '2026-08-01')
    assert.lengthOf(await rows('SELECT 1 FROM run_shares'), 0)
    await issued(federation, run.id, '2026-08-01')
    assert.deepEqual(await statements(), ['REL-2026-000001 AV01 16500 16500 0'])
    assert.deepEqual(await breaches(), [])
  })
})

/** Living holds: `AV01 reason`. */
async function holds(): Promise<string[]> {
  const found = await rows<{ line: string }>(
    `SELECT a.code || ' ' || h.reason AS line FROM run_holds h JOIN associations a ON a.id = h.association_id
     JOIN runs r ON r.id = h.run_id AND r.state = 'calculated' WHERE released_at IS NULL ORDER BY a.code`
  )
  return found.map(({ line }) => line)
}

async function submission({ people }: Federation, runId: number): Promise<string[]> {
  const answer = await submitRun(runId, people.finance.id, on('2026-09-01'))
  return isRefused(answer) ? answer.refused.map(({ code }) => code) : []
}

/** Why the last line of an association in a run. */
async function reasons(code: string, runId: number): Promise<string[]> {
  const line = await row<{ id: number }>(
    `SELECT l.id FROM settlement_lines l JOIN associations a ON a.id = l.association_id
     WHERE a.code = ? AND l.run_id = ? ORDER BY position DESC LIMIT 1`,
    [code, runId]
  )
  const { sentences } = (await explainLineOfRun(line!.id))!
  return sentences.map((sentence) => sentence.replaceAll(/[\u00a0\u202f]/g, ' '))
}
