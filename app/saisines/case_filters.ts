import { factsChoices, NO_FACTS } from '#app/saisines/facts_choices'
import { BENEFICIARY_WORDS, MANDATE_WORDS } from '#app/saisines/saisine_words'
import { DEPARTMENTS } from '#app/shared/departments'
import { choicesOf } from '#app/shared/screens/choices_of'
import type { Filter } from '#app/shared/screens/list'

/** Who a saisine is about, for a list that gives "beneficiaryCode", "mandateCode" and "factsCode". */
export const caseFilters: readonly Filter[] = [
  {
    name: 'beneficiaire',
    label: 'Bénéficiaire',
    kind: 'choice',
    column: 'beneficiaryCode',
    choices: () => choicesOf(BENEFICIARY_WORDS),
  },
  {
    name: 'mandat',
    label: 'Mandat',
    kind: 'choice',
    column: 'mandateCode',
    choices: () => choicesOf(MANDATE_WORDS),
  },
  {
    name: 'faits',
    label: 'Faits',
    kind: 'choice',
    column: 'factsCode',
    choices: factsChoices,
    where: { [NO_FACTS]: '"factsCode" IS NULL' },
  },
]

/** Where a saisine was called from. */
export const departmentFilter: Filter = {
  name: 'departement',
  label: 'Département',
  kind: 'choice',
  column: 'department',
  choices: departmentChoices,
}

export function departmentChoices() {
  return Array.from(DEPARTMENTS, ([value, name]) => ({ value, label: `${value} ${name}` }))
}
