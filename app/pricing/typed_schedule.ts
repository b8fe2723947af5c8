import type { HttpRequest } from '@adonisjs/core/http'
import type { FeeTerms } from '#app/conventions/convention_terms'
import type { NewFee, NewFeeSchedule } from '#app/conventions/fees/new_fee_schedule'
import { OUTCOMES } from '#app/conventions/outcomes'
import { addDays } from '#app/shared/day'
import {
  normaliseKey,
  parseAmountCents,
  parseFrenchDay,
  parseQuantity,
} from '#app/shared/french_parse'
import type { Reason } from '#app/shared/result'
import { ticked, typed } from '#app/shared/screens/typed'

/** A line of the form, as it was typed. */
export interface TypedFee {
  service: string
  label: string
  unit: string
  amount: string
  cap: string
  outcomes: string[]
  beneficiaries: string[]
}

export interface TypedSchedule {
  label: string
  /** First day, and last day included; '' without end. */
  from: string
  lastDay: string
  fees: TypedFee[]
}

/** More lines than any barème has. */
export const MOST_FEES = 30
const LARGEST_AMOUNT = 100_000_000

type Input = Pick<HttpRequest, 'input'>

/** The form as it stands, whatever its sense. */
export function readTypedSchedule(request: Input): TypedSchedule {
  const count = Math.min(Number.parseInt(typed(request, 'lignes', 4), 10) || 0, MOST_FEES)
  return {
    label: typed(request, 'libelle', 120),
    from: typed(request, 'debut', 40),
    lastDay: typed(request, 'fin', 40),
    fees: Array.from({ length: Math.max(0, count) }, (_, index) => ({
      service: typed(request, `prestation_${index}`, 40),
      label: typed(request, `libelle_${index}`, 120),
      unit: typed(request, `unite_${index}`, 20),
      amount: typed(request, `montant_${index}`, 40),
      cap: typed(request, `plafond_${index}`, 10),
      outcomes: ticked(request, `issues_${index}`),
      beneficiaries: ticked(request, `pour_${index}`),
    })),
  }
}

export const BLANK_FEE: TypedFee = {
  service: '',
  label: '',
  unit: 'per_act',
  amount: '',
  cap: '',
  outcomes: ['prise_en_charge'],
  beneficiaries: [],
}

/** A schedule of prices as its form shows it. */
export function typedFees(fees: readonly FeeTerms[]): TypedFee[] {
  return fees.map((fee) => ({
    service: fee.serviceCode,
    label: fee.label,
    unit: fee.unit,
    amount: (fee.amount / 100).toFixed(2).replace('.', ','),
    cap: fee.cap === null ? '' : String(fee.cap),
    outcomes: [...fee.outcomes],
    beneficiaries: [...(fee.beneficiaries ?? [])],
  }))
}

/** The barème that the form states, or what to mend, each by its field. `covered`: the convention’s beneficiaries. */
export function checkTypedSchedule(
  form: TypedSchedule,
  covered: readonly string[]
): { schedule: NewFeeSchedule } | { refused: Reason[] } {
  const refused: Reason[] = []
  const blame = (field: string, message: string, remedy: string) =>
    void refused.push({ code: 'BAREME', message, remedy, field })
  const from = parseFrenchDay(form.from)
  const lastDay = form.lastDay === '' ? null : parseFrenchDay(form.lastDay)
  if (form.label === '')
    blame('libelle', 'Le barème n’a pas de nom.', 'Écrivez par exemple Barème 2027.')
  if (from === null)
    blame('debut', 'Ce premier jour n’en est pas un.', 'Écrivez-le comme 01/01/2027.')
  if (form.lastDay !== '' && lastDay === null) {
    blame(
      'fin',
      'Ce dernier jour n’en est pas un.',
      'Écrivez-le comme 31/12/2027, ou laissez vide.'
    )
  }
  if (from !== null && lastDay !== null && lastDay < from) {
    blame('fin', 'Le barème finit avant de commencer.', 'Donnez son dernier jour, inclus.')
  }
  const fees = form.fees.map((fee, index) => readFee(fee, index, covered, blame))
  for (const [index, { serviceCode }] of fees.entries()) {
    if (
      serviceCode !== '' &&
      fees.slice(0, index).some((other) => other.serviceCode === serviceCode)
    ) {
      blame(
        `prestation_${index}`,
        'Cette prestation est déjà sur une ligne plus haut.',
        'Gardez-en une.'
      )
    }
  }
  if (fees.length === 0)
    blame('libelle', 'Ce barème ne paie aucune prestation.', 'Ajoutez-en une ligne.')
  if (refused.length > 0) return { refused }
  const validity = { from: from!, to: lastDay === null ? null : addDays(lastDay, 1) }
  return { schedule: { label: form.label, validity, fees } }
}

type Blame = (field: string, message: string, remedy: string) => void

function readFee(fee: TypedFee, index: number, covered: readonly string[], blame: Blame): NewFee {
  const serviceCode = normaliseKey(fee.service)
  if (!/^[a-z][a-z0-9_]{0,39}$/.test(serviceCode)) {
    blame(
      `prestation_${index}`,
      'Ce code de prestation n’en est pas un.',
      'Écrivez un code court, entretien_juridique par exemple.'
    )
  }
  if (fee.label === '') {
    blame(`libelle_${index}`, 'Le libellé manque.', 'Écrivez ce que lira l’association.')
  }
  const amount = parseAmountCents(fee.amount)
  if (amount === null || amount < 0 || amount > LARGEST_AMOUNT) {
    blame(
      `montant_${index}`,
      'Ce montant n’en est pas un.',
      'Écrivez des euros\u00a0: 45 ou 45,50.'
    )
  }
  const cap = fee.cap === '' ? null : parseQuantity(fee.cap)
  if (cap === 0 || (cap === null && fee.cap !== '')) {
    blame(
      `plafond_${index}`,
      'Ce plafond n’est pas un nombre d’actes.',
      'Écrivez un entier, ou laissez vide.'
    )
  }
  const outcomes = OUTCOMES.filter((outcome) => fee.outcomes.includes(outcome))
  if (outcomes.length === 0) {
    blame(`issues_${index}`, 'Aucune issue n’est payée.', 'Cochez celles qui le sont.')
  }
  const beneficiaries = covered.filter((one) => fee.beneficiaries.includes(one))
  return {
    serviceCode,
    label: fee.label,
    unit: fee.unit === 'per_saisine' ? 'per_saisine' : 'per_act',
    amount: amount ?? 0,
    cap,
    outcomes,
    beneficiaries: beneficiaries.length === 0 ? null : beneficiaries,
  }
}
