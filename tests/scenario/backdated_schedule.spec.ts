import { test } from '@japa/runner'
import { rows } from '#app/shared/rows'
import { cells, statementText, statementWorkbook } from '#tests/scenario/archive'
import { breaches, statements } from '#tests/scenario/books'
import { calculated, issued, linesOf, recalculated, settled } from '#tests/scenario/campaign'
import { decide, proposals, wholeLines } from '#tests/scenario/corrections'
import { openFederation, type Federation } from '#tests/scenario/federation'
import { receiveForms, receiveSaisines } from '#tests/scenario/office_files'
import { receiveSchedule } from '#tests/scenario/schedule_file'

test.group('Un barème rétroactif', () => {
  test('propose des régularisations, sans toucher aux lignes émises', async ({
    assert,
    cleanup,
  }) => {
    const federation = await openFederation({ associations: 1 })
    cleanup(federation.close)
    const run = await twoPaidSaisines(federation)
    const before = await wholeLines(run.id)
    await receiveSchedule(federation, '2026-09-10', '63,50')
    assert.deepEqual(await wholeLines(run.id), before)

    const { run: next } = await calculated(federation, '2026-10-01')
    assert.deepEqual(await linesOf(next.id), [])
    assert.deepEqual(await proposals(), [
      'B26-01 entretien_psychologique 19050 - 18000 = 1050 proposed',
      'B26-02 entretien_psychologique 6350 - 6000 = 350 proposed',
    ])
    await decide(federation, 'B26-01', 'entretien_psychologique', 'approved')
    await decide(federation, 'B26-02', 'entretien_psychologique', 'refused')

    await recalculated(federation, next.id, '2026-10-02')
    assert.deepEqual(await linesOf(next.id), [
      'AV01 B26-01 correction entretien_psychologique 3 1050',
    ])
    await issued(federation, next.id, '2026-10-02')
    assert.deepEqual(await statements(), [
      'REL-2026-000001 AV01 33000 33000 0',
      'REL-2026-000002 AV01 1050 1050 0',
    ])
    const pdf = await statementText('REL-2026-000002')
    assert.include(pdf, 'Aucune prestation retenue dans cette campagne.')
    assert.include(pdf, 'REL-2026-000001, ligne 2 190,50 € 180,00 € 10,50 €')
    const detail = cells(await statementWorkbook('REL-2026-000002'), 'Détail')
    assert.equal(detail[1]![13], 10.5)

    const linked = await rows(
      `SELECT o.amount_cents AS original, c.amount_cents AS correction, c.due_cents AS due, p.state
       FROM settlement_lines c JOIN settlement_lines o ON o.id = c.corrects_line_id
       JOIN proposed_corrections p ON p.id = c.proposed_correction_id`
    )
    assert.deepEqual(linked, [{ original: 18000, correction: 1050, due: 19050, state: 'settled' }])
    assert.deepEqual(await wholeLines(run.id), before)

    const { run: last } = await calculated(federation, '2026-11-01')
    assert.deepEqual(await linesOf(last.id), [])
    assert.lengthOf(await proposals(), 2)
    assert.deepEqual(await breaches(), [])
  })
  test('une régularisation approuvée suit le barème s’il change encore avant la campagne', async ({
    assert,
    cleanup,
  }) => {
    const federation = await openFederation({ associations: 1 })
    cleanup(federation.close)
    await twoPaidSaisines(federation)
    await receiveSchedule(federation, '2026-09-10', '63,50')
    const { run } = await calculated(federation, '2026-10-01')
    await decide(federation, 'B26-01', 'entretien_psychologique', 'approved')
    await receiveSchedule(federation, '2026-10-02', '62,00')

    await recalculated(federation, run.id, '2026-10-02')
    assert.deepEqual(await linesOf(run.id), [])
    assert.deepEqual(await proposals(), [
      'B26-01 entretien_psychologique 18600 - 18000 = 600 proposed',
      'B26-02 entretien_psychologique 6200 - 6000 = 200 proposed',
    ])
  })

  test('une régularisation approuvée tombe si le barème revient à ce qu’il était', async ({
    assert,
    cleanup,
  }) => {
    const federation = await openFederation({ associations: 1 })
    cleanup(federation.close)
    await twoPaidSaisines(federation)
    await receiveSchedule(federation, '2026-09-10', '63,50')
    const { run } = await calculated(federation, '2026-10-01')
    await decide(federation, 'B26-01', 'entretien_psychologique', 'approved')
    await receiveSchedule(federation, '2026-10-02', '60')

    await recalculated(federation, run.id, '2026-10-02')
    assert.deepEqual(await linesOf(run.id), [])
    assert.deepEqual(await proposals(), [])
  })
})

/** B26-01: 45 + 3 × 60; B26-02: 45 + 60. */
async function twoPaidSaisines(federation: Federation) {
  await receiveSaisines(federation, '2026-07-01', 'saisines.csv', [
    { reference: 'B26-01', association: 'AV01', openedOn: '2026-05-04' },
    { reference: 'B26-02', association: 'AV01', openedOn: '2026-05-11' },
  ])
  const form = {
    association: 'AV01',
    outcome: 'Prise en charge',
    receivedOn: '2026-07-01',
  } as const
  await receiveForms(federation, '2026-07-02', 'fiches.csv', [
    {
      ...form,
      reference: 'B26-01',
      contactOn: '2026-05-06',
      acts: { entretien_psychologique: 3 },
    },
    {
      ...form,
      reference: 'B26-02',
      contactOn: '2026-05-12',
      acts: { entretien_psychologique: 1 },
    },
  ])
  return settled(federation, '2026-09-01')
}
