import { test } from '@japa/runner'
import { importConvention } from '#app/conventions/import_convention'
import { submitRun } from '#app/settlement/submit_run'
import { isRefused } from '#app/shared/result'
import { rows } from '#app/shared/rows'
import { breaches, statements } from '#tests/scenario/books'
import { calculated, issued, linesOf, on, recalculated } from '#tests/scenario/campaign'
import { conventionFile, openFederation, type Federation } from '#tests/scenario/federation'
import { receiveWork } from '#tests/scenario/receive_work'
import type { ConventionFile } from '#app/conventions/convention_file'

const small = (amountCents: number) => (file: ConventionFile) => ({
  ...file,
  overrunPolicy: 'wait' as const,
  envelopes: [{ from: '2026-01-01', to: '2027-01-01', amountCents }],
})

/** AV01: 165 € received on 2 July. AV02: 105 € received on 1 July, hence before AV01. */
async function opened(
  cleanup: (handler: () => Promise<void>) => void,
  envelopeCents: number
): Promise<Federation> {
  const federation = await openFederation({ associations: 2, change: small(envelopeCents) })
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

test('Le partage au prorata ne s’enregistre pas, et dit pourquoi', async ({ assert, cleanup }) => {
  const federation = await openFederation({ associations: 1 })
  cleanup(federation.close)
  const file = { ...(await conventionFile('MIN-2023')), overrunPolicy: 'prorata' }
  const answer = await importConvention(federation.people.coordinator, file)
  assert.deepEqual(isRefused(answer) ? answer.refused.map(({ message }) => message) : [], [
    'overrunPolicy vaut refuse (la campagne s’arrête) ou wait (les associations au-delà attendent)\u00a0: le logiciel ne sait pas encore partager l’enveloppe au prorata, et n’enregistre pas une règle sans effet.',
  ])
  assert.lengthOf(await rows(`SELECT 1 FROM conventions WHERE code = 'MIN-2023'`), 0)
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
