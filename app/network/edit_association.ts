import type { TypedCells } from '#app/intake/typed_cells'
import Association from '#app/network/association'
import { associationCells } from '#app/network/directory/association_cells'
import { associationProblems } from '#app/network/directory/association_problems'
import { reasonOf } from '#app/network/directory/cell_problem'
import { ASSOCIATION_COLUMNS, readAssociation } from '#app/network/directory/check_association_row'
import { loadKnownAssociations } from '#app/network/directory/known_associations'
import { unknownAssociation } from '#app/network/directory/unknown_association'
import { changeAssociation } from '#app/network/directory/update_association'
import type { NewAssociation } from '#app/network/new_association'
import { isRefused, type Reason, type Refused } from '#app/shared/result'
import { lock, transaction, type Trx } from '#app/shared/transaction'

/** Not its code, which files name it by, nor its account, which is proposed and then approved. */
const CLOSED: ReadonlySet<string> = new Set(['code', 'titulaire', 'iban', 'bic'])
const EDITABLE = ASSOCIATION_COLUMNS.filter((column) => !CLOSED.has(column))

export interface EditedAssociation {
  association: Association
  /** False when everything was already so. */
  changed: boolean
}

/** Changes the description of an association, with the checks of a row of a file: what is typed empty is emptied. */
export function editAssociation(
  code: string,
  cells: TypedCells,
  actorId: number
): Promise<EditedAssociation | Refused> {
  return transaction<EditedAssociation>((trx) => editWithin(trx, code, cells, actorId))
}

/** The same, in the caller’s transaction. */
export async function editWithin(
  trx: Trx,
  code: string,
  cells: TypedCells,
  actorId: number
): Promise<EditedAssociation | Refused> {
  const edit = await checkEdit(trx, code, cells)
  if (isRefused(edit)) return edit
  const { association, description } = edit
  return { association, changed: await changeAssociation(trx, association, description, actorId) }
}

/** What an association would be once edited so, or why it may not be; nothing is written. */
export async function checkEdit(
  trx: Trx,
  code: string,
  cells: TypedCells
): Promise<{ association: Association; description: NewAssociation } | Refused> {
  const closed = closedColumns(cells)
  if (closed.length > 0) return { refused: closed }
  await lock(trx, 'associations')
  const association = await Association.findBy('code', code, { client: trx })
  if (!association) return unknownAssociation(code)
  const description = readAssociation({
    ...(await associationCells(trx, association)),
    ...typed(cells),
  })
  const problems = associationProblems(description, await loadKnownAssociations(trx))
  if (problems.length > 0) return { refused: problems.map(reasonOf) }
  return { association, description }
}

function closedColumns(cells: TypedCells): Reason[] {
  return Object.keys(cells)
    .filter((column) => !(EDITABLE as readonly string[]).includes(column))
    .map((column) =>
      reasonOf({
        column,
        value: '',
        message: `La colonne «\u00a0${column}\u00a0» ne se corrige pas ici.`,
        remedy: `Colonnes\u00a0: ${EDITABLE.join(', ')}. Un compte se propose par bank-accounts:propose.`,
      })
    )
}

/** A column that is not given stays as it is known. */
function typed(cells: TypedCells): TypedCells {
  return Object.fromEntries(Object.entries(cells).filter(([, text]) => text !== undefined))
}
