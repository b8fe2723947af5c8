import { test } from '@japa/runner'
import type { ConventionTerms } from '#app/conventions/convention_terms'
import type { NewFee } from '#app/conventions/fees/new_fee_schedule'
import type { PricedCase } from '#app/pricing/priced_cases'
import { trySchedule } from '#app/pricing/try_schedule'

const interview = (amount: number, cap: number | null): NewFee => ({
  serviceCode: 'entretien',
  label: 'Entretien',
  unit: 'per_act',
  amount,
  cap,
  outcomes: ['prise_en_charge'],
  beneficiaries: null,
})

const terms: ConventionTerms = {
  id: 1,
  code: 'FIC-1',
  validity: { from: '2026-01-01', to: null },
  priceDate: 'saisine',
  deadline: null,
  payableChannels: ['plateforme'],
  coveredBeneficiaries: ['elu'],
  duplicatePolicy: 'first_received',
  ceilingPerSaisine: 20_000,
  schedules: [
    {
      id: 1,
      label: '2026',
      validity: { from: '2026-01-01', to: null },
      fees: [{ ...interview(5000, 3), id: 1, position: 1 }],
    },
  ],
}

function forms(association: string, acts: number, count: number): PricedCase {
  const associationId = association.charCodeAt(0)
  const day = '2026-05-02'
  return {
    association,
    count,
    form: {
      id: 0,
      version: 1,
      conventionId: 1,
      reference: '',
      associationId,
      associationDepartments: [],
      receivedOn: day,
      origin: 'import',
      firstContactOn: day,
      lastActOn: null,
      outcome: 'prise_en_charge',
      quantities: [['entretien', acts]],
      decisions: [],
    },
    saisine: {
      id: 0,
      conventionId: 1,
      reference: '',
      associationId,
      openedOn: day,
      channel: 'plateforme',
      department: '01',
      beneficiary: 'elu',
    },
  }
}

const proposed = (fees: NewFee[]) => ({
  label: '2027',
  validity: { from: '2027-01-01', to: null },
  fees,
})

test.group('Essayer un barème', () => {
  test('chaque prestation et chaque association : avant, après, différence, plafonds compris', ({
    assert,
  }) => {
    // Before: 3 acts at 50 € (capped). After: 4 acts at 60 €, held at 200 € by the ceiling of the convention.
    const trial = trySchedule(terms, proposed([interview(6000, null)]), [
      forms('A', 4, 2),
      forms('B', 1, 1),
    ])
    assert.equal(trial.forms, 3)
    assert.deepEqual(trial.services, [
      { name: 'Entretien', before: 35_000, after: 46_000, difference: 11_000 },
    ])
    assert.deepEqual(trial.associations, [
      { name: 'A', before: 30_000, after: 40_000, difference: 10_000 },
      { name: 'B', before: 5000, after: 6000, difference: 1000 },
    ])
    assert.deepEqual([trial.before, trial.after, trial.difference], [35_000, 46_000, 11_000])
  })

  test('une prestation retirée se lit comme une perte', ({ assert }) => {
    const other = { ...interview(1000, null), serviceCode: 'autre', label: 'Autre' }
    const { services, difference } = trySchedule(terms, proposed([other]), [forms('A', 1, 1)])
    assert.deepEqual(services, [
      { name: 'Autre', before: 0, after: 0, difference: 0 },
      { name: 'Entretien', before: 5000, after: 0, difference: -5000 },
    ])
    assert.equal(difference, -5000)
  })
})
