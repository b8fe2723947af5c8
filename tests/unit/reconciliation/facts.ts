import type { ConventionTerms, FeeTerms, ScheduleTerms } from '#app/conventions/convention_terms'
import type { FormFacts } from '#app/reconciliation/facts/form_facts'
import type { SaisineFacts } from '#app/reconciliation/facts/saisine_facts'

/** A saisine of 2 February 2026 and its form, which nothing blocks: tests change one fact at a time. */
export function saisineFacts(changes: Partial<SaisineFacts> = {}): SaisineFacts {
  return {
    id: 100,
    conventionId: 1,
    reference: 'FV-7K2M9Q',
    associationId: 10,
    openedOn: '2026-02-02',
    channel: 'plateforme',
    department: '71',
    beneficiary: 'elu',
    ...changes,
  }
}

export function formFacts(changes: Partial<FormFacts> = {}): FormFacts {
  return {
    id: 1000,
    version: 1,
    conventionId: 1,
    reference: 'FV-7K2M9Q',
    associationId: 10,
    associationDepartments: ['71'],
    receivedOn: '2026-03-10',
    firstContactOn: '2026-02-04',
    lastActOn: '2026-03-02',
    origin: 'import',
    outcome: 'prise_en_charge',
    quantities: [['PSY', 3]],
    decisions: [],
    ...changes,
  }
}

export function conventionTerms(changes: Partial<ConventionTerms> = {}): ConventionTerms {
  return {
    id: 1,
    code: 'DEMO-2026',
    validity: { from: '2026-01-01', to: '2027-01-01' },
    priceDate: 'saisine',
    deadline: null,
    payableChannels: ['plateforme'],
    coveredBeneficiaries: ['elu', 'proche'],
    duplicatePolicy: 'first_received',
    ceilingPerSaisine: null,
    schedules: [scheduleTerms()],
    ...changes,
  }
}

export function scheduleTerms(changes: Partial<ScheduleTerms> = {}): ScheduleTerms {
  return {
    id: 5,
    label: 'Barème 2026',
    validity: { from: '2026-01-01', to: '2027-01-01' },
    fees: [packageFee(), interviewFee()],
    ...changes,
  }
}

/** 30,00 € once for a saisine taken in charge. */
export function packageFee(changes: Partial<FeeTerms> = {}): FeeTerms {
  return {
    id: 51,
    serviceCode: 'FORFAIT',
    label: 'Forfait saisine',
    unit: 'per_saisine',
    amount: 30_00,
    cap: null,
    outcomes: ['prise_en_charge'],
    beneficiaries: null,
    position: 1,
    ...changes,
  }
}

/** 45,00 € an interview, eight at most. */
export function interviewFee(changes: Partial<FeeTerms> = {}): FeeTerms {
  return {
    id: 52,
    serviceCode: 'PSY',
    label: 'Entretien psychologique',
    unit: 'per_act',
    amount: 45_00,
    cap: 8,
    outcomes: ['prise_en_charge'],
    beneficiaries: null,
    position: 2,
    ...changes,
  }
}
