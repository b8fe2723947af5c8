import type { StatementData, StatementLine } from '#app/statements/content/statement_data'

/** A small statement whose every figure is written out: 3 lines, 1 correction, 1 refusal. */
export function statementSample(changes: Partial<StatementData> = {}): StatementData {
  return {
    number: 'ELUS-2026-00042',
    issuedOn: '2026-11-22',
    issuedAt: '2026-11-22T09:30:00.000Z',
    fictitious: true,
    federation: {
      name: 'Fédération fictive d’aide aux victimes',
      siren: '732829320',
      address: ['27 avenue de l’Exemple', '75010 Paris'],
      legalMentions: ['Relevé établi selon l’article 6 de la convention.'],
    },
    association: {
      code: 'AV-071',
      name: 'Aide aux victimes de l’Exemple',
      siret: '73282932000074',
      address: ['3 rue du Modèle', '71000 Mâcon'],
    },
    account: { maskedIban: 'FR76 •••• •••• 1234', holder: 'AAV EXEMPLE' },
    convention: { code: 'ELUS-2023', title: 'Soutien des élus', funder: 'Ministère fictif' },
    run: { code: 'ELUS-2026-T3', until: '2026-09-30' },
    lines: [
      lineSample({ reference: 'ELU-AAAA-0001', amount: 123_456, unitAmount: 123_456 }),
      lineSample({
        reference: 'ELU-AAAA-0002',
        serviceCode: 'PSY',
        serviceLabel: 'Entretien psychologique',
        unit: 'per_act',
        quantityAsked: 7,
        quantityRetained: 5,
        unitAmount: 6_250,
        amount: 31_250,
        note: 'plafond de 5 appliqué',
      }),
      lineSample({
        reference: 'ELU-AAAA-0003',
        serviceCode: 'PSY',
        serviceLabel: 'Entretien psychologique',
        unit: 'per_act',
        firstContactOn: null,
        lastActOn: null,
        quantityAsked: 2,
        quantityRetained: 2,
        unitAmount: 6_250,
        reduction: 2_500,
        amount: 10_000,
      }),
    ],
    corrections: [
      {
        reference: 'ELU-ZZZZ-0009',
        serviceLabel: 'Entretien psychologique',
        correctsStatement: 'ELUS-2026-00017',
        correctsLine: 12,
        due: 18_750,
        alreadyPaid: 25_000,
        amount: -6_250,
        reason: 'Acte compté deux fois.',
      },
    ],
    carriedForward: { fromStatement: 'ELUS-2026-00030', amount: -1_001 },
    rejected: [
      {
        reference: 'ELU-BBBB-0004',
        receivedOn: '2026-10-27',
        code: 'HORS_DELAI',
        message: 'Fiche reçue 12 jours après la date limite.',
        remedy: 'Demander une dérogation à la coordination.',
      },
    ],
    total: 157_455,
    payable: 157_455,
    carried: 0,
    chainHead: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    ...changes,
  }
}

export function lineSample(changes: Partial<StatementLine> = {}): StatementLine {
  return {
    reference: 'ELU-AAAA-0001',
    saisineOn: '2026-07-01',
    firstContactOn: '2026-07-03',
    lastActOn: '2026-10-01',
    serviceCode: 'SAISINE',
    serviceLabel: 'Forfait saisine',
    unit: 'per_saisine',
    quantityAsked: 1,
    quantityRetained: 1,
    unitAmount: 4_500,
    reduction: 0,
    amount: 4_500,
    note: null,
    ...changes,
  }
}

/** A statement of `count` lines at 45,00 €, and nothing else. */
export function longStatement(count: number): StatementData {
  const lines = Array.from({ length: count }, (_, i) =>
    lineSample({ reference: `ELU-${String(i + 1).padStart(6, '0')}` })
  )
  const total = count * 4_500
  const rest = { corrections: [], carriedForward: null, rejected: [] }
  return statementSample({ ...rest, lines, total, payable: total })
}
