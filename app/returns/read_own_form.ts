import { readTyped, type TypedCells } from '#app/intake/typed_cells'
import { reasonOf } from '#app/network/directory/cell_problem'
import type { OwnSaisine } from '#app/returns/own_saisine'
import { readReturnForm, type ReturnFormRead } from '#app/returns/read_return_form'
import type { Day } from '#app/shared/day'
import type { Reason, Refused } from '#app/shared/result'

/** Columns that an association types, beside one for each service. */
export const OWN_COLUMNS = [
  'date_premier_contact',
  'date_dernier_acte',
  'issue',
  'memo_de_vie',
  'observations',
] as const

/** What an association types of its own saisine: the saisine says whose it is and under which convention. */
export function readOwnForm(
  cells: TypedCells,
  saisine: OwnSaisine,
  services: readonly string[],
  receivedOn: Day
): ReturnFormRead | Refused {
  const problems: Reason[] = []
  const { reference, convention, association, conventionId, associationId } = saisine
  const form = readReturnForm(
    readTyped({
      ...cells,
      reference_saisine: reference,
      convention,
      association,
      date_reception: receivedOn,
    }),
    (problem) => problems.push(reasonOf(problem)),
    {
      association: () => associationId,
      convention: () => conventionId,
      services: { all: services, of: new Map([[conventionId, new Set(services)]]) },
    }
  )
  return form ?? { refused: problems }
}
