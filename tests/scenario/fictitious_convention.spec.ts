import { test } from '@japa/runner'
import { granted } from '#app/demo/granted'
import { decideForm } from '#app/reconciliation/decisions/decide_form'
import { row } from '#app/shared/rows'
import { bankFile, statementText } from '#tests/scenario/archive'
import { breaches, journal, statements } from '#tests/scenario/books'
import { calculated, issued, linesOf, ordered, outcomes, settled } from '#tests/scenario/campaign'
import { openFederation } from '#tests/scenario/federation'
import { receiveForms, receiveSaisines, WORKBOOK_1904 } from '#tests/scenario/office_files'

const told = { convention: 'FIC-2026', beneficiary: 'Salariée' }
const first = { ...told, association: 'AV01' }
const second = { ...told, association: 'AV02' }
const taken = { convention: 'FIC-2026', outcome: 'Prise en charge' } as const

test('La convention fictive paie au premier contact, sous un plafond de 600 €, et forclôt', async ({
  assert,
  cleanup,
}) => {
  const federation = await openFederation({ associations: 2, conventions: ['FIC-2026'] })
  cleanup(federation.close)
  await receiveSaisines(federation, '2026-07-01', 'saisines.csv', [
    { ...first, reference: 'F26-01', openedOn: '2026-06-20' },
    { ...first, reference: 'F26-02', openedOn: '2026-06-25' },
    { ...first, reference: 'F26-03', openedOn: '2026-06-10' },
    { ...second, reference: 'F26-04', openedOn: '2026-06-28', channel: 'Employeur' },
    { ...second, reference: 'F26-05', openedOn: '2026-04-01' },
    { ...second, reference: 'F26-06', openedOn: '2026-04-01' },
    { ...second, reference: 'F26-07', openedOn: '2026-06-26' },
  ])
  const one = { ...taken, association: 'AV01', receivedOn: '2026-07-08' }
  const two = { ...taken, association: 'AV02', receivedOn: '2026-07-08' }
  await receiveForms(
    federation,
    '2026-07-10',
    'fiches.xlsx',
    [
      {
        ...one,
        reference: 'F26-01',
        contactOn: '2026-06-30',
        acts: { entretien_psychologique: 2 },
      },
      {
        ...one,
        reference: 'F26-02',
        contactOn: '2026-07-01',
        acts: { entretien_psychologique: 2, entretien_juridique: 1 },
      },
      { ...one, reference: 'F26-03', outcome: 'Injoignable' },
      {
        ...two,
        reference: 'F26-04',
        contactOn: '2026-07-02',
        acts: { entretien_psychologique: 12, entretien_juridique: 2 },
      },
      {
        ...two,
        reference: 'F26-05',
        receivedOn: '2026-07-01',
        contactOn: '2026-04-02',
        acts: { entretien_psychologique: 1 },
      },
      {
        ...two,
        reference: 'F26-06',
        receivedOn: '2026-06-30',
        contactOn: '2026-04-03',
        acts: { entretien_psychologique: 1 },
      },
      {
        ...two,
        reference: 'F26-07',
        receivedOn: '2026-07-03',
        contactOn: '2026-06-29',
        acts: { entretien_psychologique: 1 },
      },
      {
        ...two,
        reference: 'F26-07',
        receivedOn: '2026-07-10',
        contactOn: '2026-06-29',
        acts: { entretien_psychologique: 3 },
      },
    ],
    WORKBOOK_1904
  )

  const { run } = await calculated(federation, '2026-08-01', 'FIC-2026')
  assert.deepEqual(await linesOf(run.id), [
    'AV01 F26-01 forfait_saisine 1 3000',
    'AV01 F26-01 entretien_psychologique 2 10000',
    'AV01 F26-02 forfait_saisine 1 3000',
    'AV01 F26-02 entretien_psychologique 2 10500',
    'AV01 F26-02 entretien_juridique 1 4400',
    'AV01 F26-03 forfait_saisine 1 3000',
    'AV02 F26-04 forfait_saisine 1 3000',
    'AV02 F26-04 entretien_psychologique 12 57000',
    'AV02 F26-04 entretien_juridique 2 0',
    'AV02 F26-06 forfait_saisine 1 3000',
    'AV02 F26-06 entretien_psychologique 1 5000',
    'AV02 F26-07 forfait_saisine 1 3000',
    'AV02 F26-07 entretien_psychologique 3 15000',
  ])
  assert.includeMembers(await outcomes(), [
    'F26-05 HORS_DELAI',
    'F26-06 RETENUE',
    'F26-07 DOUBLON',
    'F26-07 RETENUE',
  ])

  await issued(federation, run.id, '2026-08-01')
  assert.deepEqual(await statements(), [
    'REL-2026-000001 AV01 33900 33900 0',
    'REL-2026-000002 AV02 86000 86000 0',
  ])
  const pdf = await statementText('REL-2026-000002')
  for (const said of [
    'plafond par saisine : 60,00 € retirés',
    'plafond par saisine : 88,00 € retirés',
    'Total du relevé 860,00 €',
    'F26-05 Code HORS_DELAI 01/07/2026 La fiche est reçue le 01/07/2026, après la forclusion : le dernier jour était le 30/06/2026.',
    'Écrivez à la fédération si le retard a une cause qui l’excuse.',
  ]) {
    assert.include(pdf, said)
  }

  const late = await row<{ id: number }>(`SELECT id FROM return_forms WHERE reference = 'F26-05'`)
  granted(
    await decideForm({
      formId: late!.id,
      code: 'HORS_DELAI',
      verdict: 'accepted',
      reason: 'Sinistre au siège de l’association (fictif).',
      actorId: federation.people.coordinator.id,
    })
  )
  const next = await settled(federation, '2026-09-01', 'FIC-2026')
  assert.deepEqual(await linesOf(next.id), [
    'AV02 F26-05 forfait_saisine 1 3000',
    'AV02 F26-05 entretien_psychologique 1 5000',
  ])

  const order = await ordered(federation, [run.id, next.id], '2026-09-01')
  const bank = await bankFile(order.id)
  assert.deepEqual(bank.transfers, [
    'REL-2026-000001 339.00',
    'REL-2026-000002 860.00',
    'REL-2026-000003 80.00',
  ])
  assert.deepEqual(bank.sums, ['1279.00', '1279.00'])
  assert.deepEqual((await journal()).slice(-2), [
    'REL-2026-000003 467100 8000 0',
    'REL-2026-000003 467000 AV02 0 8000',
  ])
  assert.deepEqual(await breaches(), [])
})
