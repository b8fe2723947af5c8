import type { HttpRequest } from '@adonisjs/core/http'
import type { TypedCells } from '#app/intake/typed_cells'
import type { LastAccount } from '#app/returns/last_account'
import { OWN_COLUMNS } from '#app/returns/read_own_form'
import { typed } from '#app/shared/screens/typed'

/** What a person typed on the page of a form: our columns, and one for each service. */
export function cellsFrom(
  request: Pick<HttpRequest, 'input'>,
  services: readonly string[]
): TypedCells {
  return Object.fromEntries(
    [...OWN_COLUMNS, ...services].map((column) => [column, typed(request, column)])
  )
}

/** The cells that say what was sent: a correction starts from them. */
export function cellsOfAccount(account: LastAccount): TypedCells {
  const { firstContactOn, lastActOn, outcome, quantities, memoDeVie, note } = account
  return {
    ...Object.fromEntries(Object.entries(quantities).map(([code, n]) => [code, String(n)])),
    date_premier_contact: firstContactOn ?? '',
    date_dernier_acte: lastActOn ?? '',
    issue: outcome,
    memo_de_vie: memoDeVie === null ? '' : memoDeVie ? 'oui' : 'non',
    observations: note ?? '',
  }
}

/** What was typed and refused a moment ago comes before what was kept. */
export function withTypedAgain(cells: TypedCells, typedAgain: unknown): TypedCells {
  if (typeof typedAgain !== 'object' || typedAgain === null) return cells
  const texts = Object.entries(typedAgain).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string'
  )
  return { ...cells, ...Object.fromEntries(texts) }
}
