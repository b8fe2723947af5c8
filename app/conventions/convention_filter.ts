import { conventionChoices } from '#app/conventions/convention_choices'
import type { Filter } from '#app/shared/screens/list'

/** Narrows a list to a convention, by its column of that name. */
export const conventionFilter: Filter = {
  name: 'convention',
  label: 'Convention',
  kind: 'choice',
  column: 'convention',
  choices: conventionChoices,
}
