import { test } from '@japa/runner'
import {
  runWorkbook,
  bankFile,
  cells,
  statementText,
  statementWorkbook,
} from '#tests/scenario/archive'
import { breaches, journal, statements } from '#tests/scenario/books'
import { calculated, issued, linesOf, ordered, outcomes } from '#tests/scenario/campaign'
import { openFederation } from '#tests/scenario/federation'
import {
  receiveForms,
  receiveSaisines,
  SEMICOLON_1252,
  TABULATED,
  WORKBOOK,
} from '#tests/scenario/office_files'
import { rows } from '#app/shared/rows'

test('Un trimestre AMF de trois associations', async ({ assert, cleanup }) => {
  const federation = await openFederation()
  cleanup(federation.close)
  await receiveSaisines(federation, '2026-07-02', 'saisines.csv', [
    { reference: 'E26-0001', association: 'AV01', openedOn: '2026-04-03' },
    { reference: 'E26-0002', association: 'AV01', openedOn: '2026-04-10' },
    { reference: 'E26-0003', association: 'AV01', openedOn: '2026-04-17' },
    { reference: 'E26-0004', association: 'AV01', openedOn: '2026-04-24' },
    { reference: 'E26-0005', association: 'AV02', openedOn: '2026-05-04' },
    { reference: 'E26-0006', association: 'AV02', openedOn: '2026-05-11' },
    { reference: 'E26-0007', association: 'AV02', openedOn: '2026-05-18' },
    { reference: 'E26-0008', association: 'AV02', openedOn: '2026-05-26' },
    { reference: 'E26-0009', association: 'AV02', openedOn: '2026-06-01' },
    { reference: 'E26-0010', association: 'AV03', openedOn: '2026-06-05' },
    { reference: 'E26-0011', association: 'AV03', openedOn: '2026-06-12' },
    { reference: 'E26-0012', association: 'AV03', openedOn: '2026-06-19', channel: 'Direct' },
  ])
  const common = { outcome: 'Prise en charge', receivedOn: '2026-07-06' } as const
  const first = { ...common, association: 'AV01' }
  await receiveForms(
    federation,
    '2026-07-06',
    'fiches-av01.csv',
    [
      {
        ...first,
        reference: 'E26-0001',
        contactOn: '2026-04-06',
        acts: { entretien_psychologique: 3 },
      },
      {
        ...first,
        reference: 'E26-0002',
        contactOn: '2026-04-13',
        lastActOn: '2026-06-30',
        acts: { entretien_psychologique: 10, entretien_juridique: 2 },
      },
      { ...first, reference: 'E26-0003', outcome: 'Injoignable' },
      { ...first, reference: 'E26-0004', contactOn: '2026-04-27', acts: { entretien_social: 1 } },
      {
        ...first,
        reference: 'E26-0004',
        receivedOn: '2026-07-07',
        contactOn: '2026-04-27',
        acts: { entretien_social: 2 },
      },
      { ...first, reference: 'E26-9999', contactOn: '2026-04-28', acts: { entretien_social: 1 } },
    ],
    SEMICOLON_1252
  )
  const second = { ...common, association: 'AV02' }
  await receiveForms(
    federation,
    '2026-08-31',
    'fiches-av02.xlsx',
    [
      {
        ...second,
        reference: 'E26-0005',
        contactOn: '2026-05-05',
        acts: { accompagnement: 2, entretien_juridique: 1 },
      },
      { ...second, reference: 'E26-0006', outcome: 'Refus', contactOn: '2026-05-12' },
      {
        ...second,
        reference: 'E26-0007',
        receivedOn: '2026-08-31',
        contactOn: '2026-05-20',
        acts: { entretien_psychologique: 1 },
      },
      { ...second, reference: 'E26-0008', outcome: 'Réorientée', contactOn: '2026-05-27' },
    ],
    WORKBOOK
  )
  const third = { ...common, association: 'AV03' }
  await receiveForms(
    federation,
    '2026-07-06',
    'fiches-av03.tsv',
    [
      {
        ...third,
        reference: 'E26-0010',
        contactOn: '2026-06-08',
        acts: { forfait_saisine: 0, entretien_psychologique: 2 },
      },
      { ...third, reference: 'E26-0011', contactOn: '2026-06-15', acts: { entretien_social: 5 } },
      { ...third, reference: 'E26-0012', contactOn: '2026-06-22', acts: { entretien_social: 1 } },
    ],
    TABULATED
  )

  const { run, reconciliation } = await calculated(federation, '2026-09-01')
  assert.deepEqual(await outcomes(), [
    'E26-0001 RETENUE',
    'E26-0002 RETENUE',
    'E26-0003 RETENUE',
    'E26-0004 RETENUE',
    'E26-0004 DOUBLON',
    'E26-0005 RETENUE',
    'E26-0006 RETENUE',
    'E26-0007 RETENUE',
    'E26-0008 AUCUN_TARIF',
    'E26-0010 RETENUE',
    'E26-0011 RETENUE',
    'E26-0012 CANAL_NON_PAYABLE',
    'E26-9999 SAISINE_INCONNUE',
  ])
  assert.deepEqual(Object.fromEntries(reconciliation.findings), {
    PLAFOND_DEPASSE: 2,
    DOUBLON: 1,
    RETARD: 1,
    AUCUN_TARIF: 1,
    FICHE_MANQUANTE: 1,
    CANAL_NON_PAYABLE: 1,
    SAISINE_INCONNUE: 1,
  })

  await issued(federation, run.id, '2026-09-01')
  assert.deepEqual(await linesOf(run.id), [
    'AV01 E26-0001 forfait_saisine 1 4500',
    'AV01 E26-0001 entretien_psychologique 3 18000',
    'AV01 E26-0002 forfait_saisine 1 4500',
    'AV01 E26-0002 entretien_psychologique 8 48000',
    'AV01 E26-0002 entretien_juridique 2 9600',
    'AV01 E26-0003 forfait_saisine 1 4500',
    'AV01 E26-0004 forfait_saisine 1 4500',
    'AV01 E26-0004 entretien_social 1 3800',
    'AV02 E26-0005 forfait_saisine 1 4500',
    'AV02 E26-0005 entretien_juridique 1 4800',
    'AV02 E26-0005 accompagnement 2 13000',
    'AV02 E26-0006 forfait_saisine 1 4500',
    'AV02 E26-0007 forfait_saisine 1 4500',
    'AV02 E26-0007 entretien_psychologique 1 6000',
    'AV03 E26-0010 entretien_psychologique 2 12000',
    'AV03 E26-0011 forfait_saisine 1 4500',
    'AV03 E26-0011 entretien_social 4 15200',
  ])
  assert.deepEqual(await statements(), [
    'REL-2026-000001 AV01 97400 97400 0',
    'REL-2026-000002 AV02 37300 37300 0',
    'REL-2026-000003 AV03 31700 31700 0',
  ])

  const pdf = await statementText('REL-2026-000001')
  for (const said of [
    'n° REL-2026-000001, émis le 1er septembre 2026',
    'Sous-total Forfait saisine, 4 lignes 4 4 180,00 €',
    'Sous-total Entretien psychologique, 2 lignes 13 11 660,00 €',
    'Sous-total Entretien juridique, 1 ligne 2 2 96,00 €',
    'Sous-total Entretien social, 1 ligne 1 1 38,00 €',
    'plafond de 8 appliqué',
    'Total du relevé 974,00 €',
    'Arrêté le présent relevé à la somme de neuf cent soixante-quatorze euros.',
    'E26-9999 Code SAISINE_INCONNUE 06/07/2026 Aucune saisine ne porte la référence « E26-9999 ».',
    'Recopiez la référence du message de saisine, et renvoyez la fiche.',
    'E26-0004 Code DOUBLON 07/07/2026',
    'une saisine n’est payée qu’une fois.',
    'Données fictives',
  ]) {
    assert.include(pdf, said)
  }
  const late = await statementText('REL-2026-000002')
  assert.include(late, 'Total du relevé 373,00 €')
  assert.include(late, 'Code AUCUN_TARIF')
  assert.include(await statementText('REL-2026-000003'), 'Code CANAL_NON_PAYABLE')

  const head = cells(await statementWorkbook('REL-2026-000001'), 'Relevé')
  assert.deepEqual(head.slice(-10), [
    ['forfait_saisine', 'Forfait saisine', 4, 4, 180],
    ['entretien_psychologique', 'Entretien psychologique', 2, 11, 660],
    ['entretien_juridique', 'Entretien juridique', 1, 2, 96],
    ['entretien_social', 'Entretien social', 1, 1, 38],
    [null, 'Prestations retenues', null, null, 974],
    [null, 'Régularisations', null, null, 0],
    [null, 'Report', null, null, 0],
    [null, 'Total du relevé', null, null, 974],
    [null, 'Reporté sur le prochain relevé', null, null, 0],
    [null, 'Montant à virer', null, null, 974],
  ])
  const refused = cells(await statementWorkbook('REL-2026-000003'), 'Non retenues')
  assert.deepEqual(refused[1]!.slice(0, 3), ['E26-0012', '2026-07-06', 'CANAL_NON_PAYABLE'])
  const summary = cells(await runWorkbook(run.id), 'Synthèse')
  assert.deepEqual(summary.at(-1)!.slice(0, 7), ['Total', null, null, 17, 1664, 1664, 0])
  assert.deepEqual(
    cells(await runWorkbook(run.id), 'Contrôles')
      .slice(1, 4)
      .map(([, ...control]) => control),
    [
      [1664, 1664, 0, 'conforme'],
      [1664, 1664, 0, 'conforme'],
      [1664, 1664, 0, 'conforme'],
    ]
  )

  const order = await ordered(federation, [run.id], '2026-09-02')
  const bank = await bankFile(order.id)
  assert.deepEqual(bank.transfers, [
    'REL-2026-000001 974.00',
    'REL-2026-000002 373.00',
    'REL-2026-000003 317.00',
  ])
  assert.deepEqual(bank.counts, ['3', '3'])
  assert.deepEqual(bank.sums, ['1664.00', '1664.00'])
  assert.deepEqual(bank.days, ['2026-09-03'])
  assert.deepEqual(
    bank.ibans.slice(1),
    federation.network.map(({ iban }) => iban)
  )

  assert.deepEqual(await journal(), [
    'REL-2026-000001 657100 97400 0',
    'REL-2026-000001 467000 AV01 0 97400',
    'REL-2026-000002 657100 37300 0',
    'REL-2026-000002 467000 AV02 0 37300',
    'REL-2026-000003 657100 31700 0',
    'REL-2026-000003 467000 AV03 0 31700',
  ])
  assert.deepEqual(await breaches(), [])
  const missing = await rows<{ message: string }>(
    `SELECT message FROM findings WHERE code = 'FICHE_MANQUANTE'`
  )
  assert.deepEqual(missing, [
    {
      message:
        'Aucune fiche n’est reçue pour la saisine E26-0009 du 01/06/2026\u00a0; elle était attendue le 29/08/2026 au plus tard.',
    },
  ])
})
