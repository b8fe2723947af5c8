import type { ConventionTerms } from '#app/conventions/convention_terms'
import { price, type PricedLine } from '#app/pricing/price'
import { FINDING_CODES } from '#app/reconciliation/findings/finding_codes'
import type { FormFacts, FormIdentity } from '#app/reconciliation/facts/form_facts'
import { matchForm } from '#app/reconciliation/match'
import type { OwnSaisine } from '#app/returns/own_saisine'
import type { ReturnFormRead } from '#app/returns/read_return_form'
import type { ServiceInForce } from '#app/returns/services_in_force'
import { sumCents, type Cents } from '#app/shared/cents'
import type { Reason } from '#app/shared/result'
import { OUTCOME_WORDS } from '#app/conventions/convention_words'
import { plural } from '#app/shared/french_format'

/** What would be paid if the form were sent as it is typed. */
export interface FormTrial {
  /** What cannot be read yet. */
  problems: Reason[]
  /** Why nothing would be paid; empty when something would. */
  blocking: Observation[]
  /** What is worth knowing, and keeps nothing from being paid. */
  notes: string[]
  lines: readonly PricedLine[]
  total: Cents
}

export interface Observation {
  label: string
  message: string
  remedy: string
}

export interface TriedFacts {
  terms: ConventionTerms
  services: readonly ServiceInForce[]
  departments: readonly string[]
  /** Another form that is retained for the saisine, under another reference. */
  retained: FormIdentity | null
}

/** Checks and prices a form that nobody sent yet, exactly as the next run would. */
export function tryForm(
  form: ReturnFormRead,
  saisine: OwnSaisine,
  { terms, services, departments, retained }: TriedFacts
): FormTrial {
  const quantities = Object.entries(JSON.parse(form.quantities) as Record<string, number>)
  const facts: FormFacts = {
    ...form,
    id: 0,
    version: 1,
    associationDepartments: departments,
    origin: 'portal',
    quantities,
    decisions: [],
  }
  const { findings } = matchForm(facts, saisine, terms, { retained })
  const blocking = findings.filter(({ blocks }) => blocks)
  const priced = blocking.length === 0 ? price(facts, saisine, terms) : { lines: [] }
  const lines = 'lines' in priced ? priced.lines : []
  return {
    problems: [],
    blocking: blocking.map(({ code, message }) => ({
      label: FINDING_CODES[code].label,
      message,
      remedy: FINDING_CODES[code].association,
    })),
    notes: [
      ...findings.filter(({ blocks }) => !blocks).map(({ message }) => message),
      ...(blocking.length === 0 ? unpaid(form.outcome, quantities, services, lines) : []),
    ],
    lines,
    total: sumCents(lines.map(({ amount }) => amount)),
  }
}

function unpaid(
  outcome: string,
  quantities: readonly (readonly [string, number])[],
  services: readonly ServiceInForce[],
  lines: readonly PricedLine[]
): string[] {
  return quantities
    .filter(([code, n]) => n > 0 && !lines.some(({ serviceCode }) => serviceCode === code))
    .map(([code, n]) => {
      const service = services.find((one) => one.code === code)
      const name = service?.label ?? code
      return service
        ? `${name}\u00a0: ${plural(n, 'acte déclaré', 'actes déclarés')}, rien de payé pour l’issue «\u00a0${OUTCOME_WORDS[outcome]}\u00a0».`
        : `${name}\u00a0: le barème de ce jour ne paie pas cette prestation.`
    })
}
