import type { FormContext } from '#app/reconciliation/facts/form_context'
import type { FormFacts, FormOrigin } from '#app/reconciliation/facts/form_facts'

/** Columns of return_forms that `formFromRow` reads, in its order. */
export const FORM_COLUMNS = [
  'id',
  'version',
  'convention_id',
  'reference',
  'association_id',
  'received_on',
  'first_contact_on',
  'last_act_on',
  'outcome',
  'quantities',
  'origin',
] as const

const NOTHING: readonly never[] = []

/** A form from the cells of a row, its columns starting at `at`. */
export function formFromRow(
  cells: readonly (string | null)[],
  at: number,
  context: FormContext
): FormFacts {
  const id = Number(cells[at])
  const associationId = Number(cells[at + 4])
  return {
    id,
    version: Number(cells[at + 1]),
    conventionId: Number(cells[at + 2]),
    reference: cells[at + 3]!,
    associationId,
    associationDepartments: context.departments.get(associationId) ?? NOTHING,
    receivedOn: cells[at + 5]!,
    firstContactOn: cells[at + 6]!,
    lastActOn: cells[at + 7]!,
    outcome: cells[at + 8]!,
    quantities: readQuantities(cells[at + 9]!),
    origin: cells[at + 10] as FormOrigin,
    decisions: context.decisions.get(id) ?? NOTHING,
  }
}

/** jsonb always writes `{"service": 3, "other": 1}`: codes are plain words, values whole numbers. */
function readQuantities(json: string): [string, number][] {
  if (json === '{}') return []
  return json
    .slice(1, -1)
    .split(', ')
    .map((pair) => {
      const end = pair.indexOf('": ')
      return [pair.slice(1, end), Number(pair.slice(end + 3))]
    })
}
