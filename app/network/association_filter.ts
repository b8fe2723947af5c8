import { associationChoices } from '#app/network/association_choices'
import type { Filter } from '#app/shared/screens/list'

/** Narrows a list to an association, by its column of that name. */
export const associationFilter: Filter = {
  name: 'association',
  label: 'Association',
  kind: 'choice',
  column: 'association',
  choices: associationChoices,
}
