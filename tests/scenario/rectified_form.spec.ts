import { test } from '@japa/runner'
import type { Day } from '#app/shared/day'
import { granted } from '#app/demo/granted'
import { isRefused } from '#app/shared/result'
import { rows } from '#app/shared/rows'
import { explainLine } from '#app/statements/explanation/explain_line'
import { createTransferOrder } from '#app/payments/orders/create_transfer_order'
import { bankFile, cells, statementText, statementWorkbook } from '#tests/scenario/archive'
import { breaches, journal, statements } from '#tests/scenario/books'
import {
  calculated,
  issued,
  linesOf,
  on,
  ordered,
  recalculated,
  settled,
} from '#tests/scenario/campaign'
import { decide, proposals } from '#tests/scenario/corrections'
import { openFederation, type Federation } from '#tests/scenario/federation'
import type { FormTold } from '#tests/scenario/office_files'
import { receiveForm, receiveWork } from '#tests/scenario/receive_work'

test.group('Une fiche rectifiée après paiement', () => {
  test('l’association avait oublié deux entretiens : ils sont payés à la campagne suivante', async ({
    assert,
    cleanup,
  }) => {
    const federation = await opened(cleanup)
    await told(federation, '2026-07-01', 'R26-01', '2026-05-04', 3)
    const run = await settled(federation, '2026-08-01')
    await again(federation, '2026-08-10', 'R26-01', '2026-05-06', 5)

    const { run: next } = await calculated(federation, '2026-09-01')
    assert.deepEqual(await proposals(), [
      'R26-01 entretien_psychologique 30000 - 18000 = 12000 proposed',
    ])
    await decide(federation, 'R26-01', 'entretien_psychologique', 'approved')
    await recalculated(federation, next.id, '2026-09-01')
    await issued(federation, next.id, '2026-09-01')

    assert.deepEqual(await statements(), [
      'REL-2026-000001 AV01 22500 22500 0',
      'REL-2026-000002 AV01 12000 12000 0',
    ])
    const pdf = await statementText('REL-2026-000002')
    assert.include(pdf, 'Une fiche rectifiée a été reçue le 10/08/2026.')
    assert.include(pdf, 'REL-2026-000001, ligne 2 300,00 € 180,00 € 120,00 €')
    assert.include(pdf, 'Toutes les fiches reçues ont été retenues.')
    const order = await ordered(federation, [run.id, next.id], '2026-09-01')
    assert.deepEqual((await bankFile(order.id)).transfers, [
      'REL-2026-000001 225.00',
      'REL-2026-000002 120.00',
    ])
    assert.deepEqual(await breaches(), [])
  })

  test('une prestation oubliée s’ajoute, et une correction ultérieure désigne sa ligne imprimée', async ({
    assert,
    cleanup,
  }) => {
    const federation = await opened(cleanup)
    await told(federation, '2026-07-01', 'R26-01', '2026-05-04', 3)
    await told(federation, '2026-07-02', 'R26-02', '2026-05-04', 1)
    await settled(federation, '2026-08-01')
    await again(federation, '2026-08-10', 'R26-01', '2026-05-06', 4)
    await again(federation, '2026-08-11', 'R26-02', '2026-05-06', 1, { entretien_social: 2 })
    const { run: second } = await calculated(federation, '2026-09-01')
    assert.deepEqual(await proposals(), [
      'R26-01 entretien_psychologique 24000 - 18000 = 6000 proposed',
      'R26-02 entretien_social 7600 - 0 = 7600 proposed',
    ])
    await decide(federation, 'R26-01', 'entretien_psychologique', 'approved')
    await decide(federation, 'R26-02', 'entretien_social', 'approved')
    await recalculated(federation, second.id, '2026-09-01')
    await issued(federation, second.id, '2026-09-01')
    const [, added] = cells(await statementWorkbook('REL-2026-000002'), 'Détail')
    assert.deepEqual(added!.slice(0, 4), ['Prestation', 1, 'R26-02', 'entretien_social'])
    const first = granted(await explainLine('REL-2026-000002', 1))
    assert.deepEqual([first.reference, first.total], ['R26-02', 7600])

    await again(federation, '2026-09-10', 'R26-02', '2026-05-06', 1, { entretien_social: 1 })
    await told(federation, '2026-09-11', 'R26-03', '2026-08-24', 2)
    const { run: third } = await calculated(federation, '2026-10-01')
    await decide(federation, 'R26-02', 'entretien_social', 'approved')
    await recalculated(federation, third.id, '2026-10-01')
    await issued(federation, third.id, '2026-10-01')
    const pdf = await statementText('REL-2026-000003')
    assert.include(pdf, 'REL-2026-000002, ligne 1 38,00 € 76,00 € -38,00 €')
    assert.deepEqual((await statements()).slice(1), [
      'REL-2026-000002 AV01 13600 13600 0',
      'REL-2026-000003 AV01 12700 12700 0',
    ])
  })

  test('la première fiche était fausse : le solde négatif se reporte, et rien n’est repris au compte', async ({
    assert,
    cleanup,
  }) => {
    const federation = await opened(cleanup)
    await told(federation, '2026-07-01', 'R26-01', '2026-05-04', 6)
    const first = await settled(federation, '2026-08-01')
    await again(federation, '2026-08-10', 'R26-01', '2026-05-06', 1)
    const { run: second } = await calculated(federation, '2026-09-01')
    await decide(federation, 'R26-01', 'entretien_psychologique', 'approved')
    await recalculated(federation, second.id, '2026-09-01')
    await issued(federation, second.id, '2026-09-01')
    assert.include(
      await statementText('REL-2026-000002'),
      'Solde de 300,00 € en faveur de la fédération, reporté sur le prochain relevé.'
    )
    const { finance } = federation.people
    const nothing = await createTransferOrder({
      runIds: [second.id],
      executionDate: '2026-09-02',
      actorId: finance.id,
      at: on('2026-09-01'),
    })
    assert.isTrue(isRefused(nothing))

    await told(federation, '2026-09-10', 'R26-02', '2026-08-20', 4)
    const third = await settled(federation, '2026-10-01')
    await told(federation, '2026-10-10', 'R26-03', '2026-09-20', 0, { entretien_juridique: 1 })
    const fourth = await settled(federation, '2026-11-02')
    assert.deepEqual(await linesOf(fourth.id), [
      'AV01 R26-03 forfait_saisine 1 4500',
      'AV01 R26-03 entretien_juridique 1 4800',
      'AV01 carry_forward -1500',
    ])
    assert.deepEqual(await statements(), [
      'REL-2026-000001 AV01 40500 40500 0',
      'REL-2026-000002 AV01 -30000 0 -30000',
      'REL-2026-000003 AV01 -1500 0 -1500',
      'REL-2026-000004 AV01 7800 7800 0',
    ])
    const runs = [first, second, third, fourth].map(({ id }) => id)
    const order = await ordered(federation, runs, '2026-11-02')
    const bank = await bankFile(order.id)
    assert.deepEqual(bank.transfers, ['REL-2026-000001 405.00', 'REL-2026-000004 78.00'])
    assert.deepEqual(bank.sums, ['483.00', '483.00'])
    assert.deepEqual(await journal(), [
      'REL-2026-000001 657100 40500 0',
      'REL-2026-000001 467000 AV01 0 40500',
      'REL-2026-000002 657100 0 30000',
      'REL-2026-000002 467000 AV01 30000 0',
      'REL-2026-000003 657100 28500 0',
      'REL-2026-000003 467000 AV01 0 28500',
      'REL-2026-000004 657100 9300 0',
      'REL-2026-000004 467000 AV01 0 9300',
    ])
    assert.deepEqual(await breaches(), [])
  })
})

test.group('Ce qu’un relevé dit d’une fiche rectifiée', () => {
  test('une régularisation calculée entre deux prestations ne décale pas les numéros expliqués', async ({
    assert,
    cleanup,
  }) => {
    const federation = await opened(cleanup)
    await told(federation, '2026-07-01', 'R26-01', '2026-05-04', 3)
    await told(federation, '2026-07-02', 'R26-02', '2026-05-04', 1)
    await settled(federation, '2026-08-01')
    await again(federation, '2026-08-10', 'R26-01', '2026-05-06', 4)
    await again(federation, '2026-08-10', 'R26-02', '2026-05-06', 1, { entretien_social: 2 })
    await told(federation, '2026-08-11', 'R26-03', '2026-08-03', 0)
    const { run } = await calculated(federation, '2026-09-01')
    await decide(federation, 'R26-01', 'entretien_psychologique', 'approved')
    await decide(federation, 'R26-02', 'entretien_social', 'approved')
    await recalculated(federation, run.id, '2026-09-01')
    await issued(federation, run.id, '2026-09-01')

    const calculatedOrder = await rows<{ kind: string }>(
      'SELECT kind FROM settlement_lines WHERE run_id = ? ORDER BY position',
      [run.id]
    )
    assert.deepEqual(
      calculatedOrder.map(({ kind }) => kind),
      ['service', 'correction', 'service']
    )
    const explained = []
    for (const number of [1, 2, 3]) {
      const { reference, total } = granted(await explainLine('REL-2026-000002', number))
      explained.push([reference, total])
    }
    assert.deepEqual(explained, [
      ['R26-03', 4500],
      ['R26-02', 7600],
      ['R26-01', 6000],
    ])
    const printed = cells(await statementWorkbook('REL-2026-000002'), 'Détail')
    assert.deepEqual(
      printed.slice(1, 4).map((line) => [line[1], line[2]]),
      [
        [1, 'R26-03'],
        [2, 'R26-02'],
        [null, 'R26-01'],
      ]
    )
  })

  test('sa régularisation n’est pas encore décidée : elle est proposée, et non refusée', async ({
    assert,
    cleanup,
  }) => {
    const federation = await opened(cleanup)
    await told(federation, '2026-07-01', 'R26-01', '2026-05-04', 3)
    await settled(federation, '2026-08-01')
    await again(federation, '2026-08-10', 'R26-01', '2026-05-06', 5)
    await told(federation, '2026-08-11', 'R26-02', '2026-05-04', 1)
    await settled(federation, '2026-09-01')
    const pdf = await statementText('REL-2026-000002')
    assert.include(
      pdf,
      'R26-01 Code REGULARISATION 10/08/2026 Fiche rectifiée : une régularisation de +120,00 € est proposée.'
    )
    assert.notInclude(pdf, 'DOUBLON')
  })

  test('elle ne change rien, ou sa régularisation est refusée : c’est un doublon, nommé par le jour de la fiche payée', async ({
    assert,
    cleanup,
  }) => {
    const federation = await opened(cleanup)
    await told(federation, '2026-07-01', 'R26-01', '2026-05-04', 3)
    await told(federation, '2026-07-02', 'R26-02', '2026-05-04', 3)
    await settled(federation, '2026-08-01')
    await again(federation, '2026-08-10', 'R26-01', '2026-05-06', 3)
    await again(federation, '2026-08-10', 'R26-02', '2026-05-06', 5)
    await told(federation, '2026-08-11', 'R26-03', '2026-05-04', 1)
    const { run } = await calculated(federation, '2026-09-01')
    await decide(federation, 'R26-02', 'entretien_psychologique', 'refused')
    await recalculated(federation, run.id, '2026-09-01')
    await issued(federation, run.id, '2026-09-01')
    const pdf = await statementText('REL-2026-000002')
    for (const [reference, day] of [
      ['R26-01', '01/07/2026'],
      ['R26-02', '02/07/2026'],
    ])
      assert.include(
        pdf,
        `${reference} Code DOUBLON 10/08/2026 La fiche reçue le ${day} (fichier) est retenue pour la saisine ${reference}`
      )
  })
})

async function opened(cleanup: (handler: () => Promise<void>) => void): Promise<Federation> {
  const federation = await openFederation({ associations: 1 })
  cleanup(federation.close)
  return federation
}

/** A saisine of AV01 and its first form. */
function told(
  federation: Federation,
  day: Day,
  reference: string,
  openedOn: Day,
  psychological: number,
  acts?: FormTold['acts']
): Promise<void> {
  return receiveWork(federation, day, {
    reference,
    association: 'AV01',
    openedOn,
    psychological,
    acts,
  })
}

function again(
  federation: Federation,
  day: Day,
  reference: string,
  openedOn: Day,
  psychological: number,
  acts?: FormTold['acts']
): Promise<void> {
  return receiveForm(federation, day, {
    reference,
    association: 'AV01',
    openedOn,
    psychological,
    acts,
  })
}
