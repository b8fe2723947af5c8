import fc from 'fast-check'
import type { ConventionTerms, FeeTerms, ScheduleTerms } from '#app/conventions/convention_terms'
import type { FormFacts } from '#app/reconciliation/facts/form_facts'
import { BLOCKING_CODES, INFORMATIVE_CODES } from '#app/reconciliation/findings/finding_codes'
import type { SaisineFacts } from '#app/reconciliation/facts/saisine_facts'
import { addDays, type Day } from '#app/shared/day'

const OUTCOMES = ['prise_en_charge', 'injoignable', 'refus']
const BENEFICIARIES = ['elu', 'proche', 'employeur']
const CHANNELS = ['plateforme', 'direct']
const SERVICES = ['FORFAIT', 'PSY', 'JUR', 'SOC']

/** Half a year, so that days often fall on the edge of a period or of a deadline. */
const day: fc.Arbitrary<Day> = fc.integer({ min: 0, max: 180 }).map((n) => addDays('2026-01-01', n))
const dayOrNone = fc.option(day, { freq: 3 })

const fee: fc.Arbitrary<Omit<FeeTerms, 'id'>> = fc.record({
  serviceCode: fc.constantFrom(...SERVICES),
  label: fc.constantFrom('Forfait', 'Entretien'),
  unit: fc.constantFrom('per_saisine', 'per_act'),
  amount: fc.integer({ min: 0, max: 500_00 }),
  cap: fc.option(fc.integer({ min: 0, max: 6 })),
  outcomes: fc.subarray(OUTCOMES),
  beneficiaries: fc.option(fc.subarray(BENEFICIARIES)),
  position: fc.integer({ min: 1, max: 4 }),
})

/** Consecutive periods between drawn days, some of them left out: never an overlap. */
const schedules: fc.Arbitrary<ScheduleTerms[]> = fc
  .tuple(
    fc.uniqueArray(day, { minLength: 1, maxLength: 4 }),
    fc.boolean(),
    fc.array(fc.array(fee, { maxLength: 6 }), { minLength: 4, maxLength: 4 })
  )
  .map(([days, endless, fees]) => {
    const cuts: (Day | null)[] = ['2025-06-01', ...days.toSorted()]
    if (endless) cuts.push(null)
    return fees.flatMap((list, i) => {
      const [from, to] = [cuts[i], cuts[i + 1]]
      if (!from || to === undefined) return []
      // Read in the reverse order of their numbers, as a database may give them.
      const numbered = list.map((terms, rank) => ({ ...terms, id: i * 10 + 9 - rank }))
      return [{ id: i, label: `Barème ${i}`, validity: { from, to }, fees: numbered }]
    })
  })

export const anyTerms: fc.Arbitrary<ConventionTerms> = fc.record({
  id: fc.constant(1),
  code: fc.constant('DEMO-2026'),
  validity: fc.record({ from: day, to: fc.constantFrom(null, '2026-06-01', '2027-01-01') }),
  priceDate: fc.constantFrom('saisine', 'first_contact'),
  deadline: fc.option(
    fc.record({
      from: fc.constantFrom('saisine', 'quarter_end'),
      days: fc.integer({ min: 0, max: 90 }),
      effect: fc.constantFrom('forclusion', 'alert'),
    })
  ),
  payableChannels: fc.subarray(CHANNELS, { minLength: 1 }),
  coveredBeneficiaries: fc.subarray(BENEFICIARIES, { minLength: 1 }),
  duplicatePolicy: fc.constantFrom('first_received', 'last_received'),
  ceilingPerSaisine: fc.option(fc.integer({ min: 0, max: 1_000_00 })),
  schedules,
})

export const anySaisine: fc.Arbitrary<SaisineFacts> = fc.record({
  id: fc.constant(100),
  conventionId: fc.constant(1),
  reference: fc.constant('FV-7K2M9Q'),
  associationId: fc.constantFrom(10, 11),
  openedOn: day,
  channel: fc.constantFrom(...CHANNELS),
  department: fc.constantFrom('71', '21'),
  beneficiary: fc.constantFrom(...BENEFICIARIES),
})

export const anyForm: fc.Arbitrary<FormFacts> = fc.record({
  id: fc.integer({ min: 1, max: 9 }),
  version: fc.integer({ min: 1, max: 3 }),
  conventionId: fc.constantFrom(null, 1, 1, 2),
  reference: fc.constant('FV-7K2M9Q'),
  associationId: fc.constantFrom(10, 10, 11),
  associationDepartments: fc.constant(['71']),
  receivedOn: day,
  firstContactOn: dayOrNone,
  lastActOn: dayOrNone,
  origin: fc.constantFrom('portal', 'import', 'typed'),
  outcome: fc.constantFrom(...OUTCOMES),
  quantities: fc.uniqueArray(
    fc.tuple(fc.constantFrom(...SERVICES), fc.integer({ min: 0, max: 12 })),
    { selector: ([serviceCode]) => serviceCode }
  ),
  decisions: fc.uniqueArray(
    fc.record({
      code: fc.constantFrom('RETENUE' as const, ...BLOCKING_CODES, ...INFORMATIVE_CODES),
      verdict: fc.constantFrom('accepted' as const, 'refused' as const),
    }),
    { maxLength: 3, selector: ({ code }) => code }
  ),
})
