import type { ConventionTerms, FeeTerms } from '#app/conventions/convention_terms'

/** Three fictitious conventions that differ by all that the plan of a quarter depends on. */
export const CONVENTIONS: readonly ConventionTerms[] = [
  conventionTerms(1, 'ELUS-DEMO', {
    coveredBeneficiaries: ['elu'],
    deadline: { from: 'quarter_end', days: 45, effect: 'forclusion' },
    fees: [
      fee('forfait_saisine', 'per_saisine', 30_00, null, ['prise_en_charge', 'injoignable']),
      fee('entretien_psychologique', 'per_act', 45_00, 8),
      fee('entretien_juridique', 'per_act', 40_00, 3),
    ],
  }),
  conventionTerms(2, 'PROCHES-DEMO', {
    deadline: { from: 'saisine', days: 90, effect: 'alert' },
    priceDate: 'first_contact',
    ceilingPerSaisine: 600_00,
    fees: [fee('entretien_psychologique', 'per_act', 50_00, null)],
  }),
  conventionTerms(3, 'LIGNE-DEMO', {
    payableChannels: ['plateforme', 'direct'],
    duplicatePolicy: 'last_received',
    fees: [
      fee('forfait_saisine', 'per_saisine', 25_00, null, ['prise_en_charge']),
      fee('entretien_social', 'per_act', 35_00, 5),
    ],
  }),
]

type Changes = Partial<ConventionTerms> & { fees: FeeTerms[] }

function conventionTerms(id: number, code: string, { fees, ...changes }: Changes): ConventionTerms {
  const validity = { from: '2025-01-01', to: '2028-01-01' }
  return {
    id,
    code,
    validity,
    priceDate: 'saisine',
    deadline: null,
    payableChannels: ['plateforme'],
    coveredBeneficiaries: ['elu', 'proche'],
    duplicatePolicy: 'first_received',
    ceilingPerSaisine: null,
    schedules: [{ id, label: 'Barème fictif', validity, fees: fees.map(inPlace(id)) }],
    ...changes,
  }
}

function fee(
  serviceCode: string,
  unit: FeeTerms['unit'],
  amount: number,
  cap: number | null,
  outcomes = ['prise_en_charge']
): FeeTerms {
  const label = serviceCode.replaceAll('_', ' ')
  return {
    id: 0,
    serviceCode,
    label,
    unit,
    amount,
    cap,
    outcomes,
    beneficiaries: null,
    position: 1,
  }
}

function inPlace(conventionId: number) {
  return (one: FeeTerms, i: number): FeeTerms => ({
    ...one,
    id: conventionId * 10 + i,
    position: i + 1,
  })
}
