import type { HttpRequest } from '@adonisjs/core/http'
import { CHANGE_COLUMNS, type ChangeKind } from '#app/network/changes/change_kinds'
import type { Stated } from '#app/network/changes/proposed_change'
import { parseFrenchDay } from '#app/shared/french_parse'
import { typed } from '#app/shared/screens/typed'

/** What the form of a kind states. */
export function statedTyped(request: Pick<HttpRequest, 'input'>, kind: ChangeKind): Stated {
  if (kind !== 'referent') {
    return Object.fromEntries(
      CHANGE_COLUMNS[kind].map((column) => [column, typed(request, column, 300)])
    )
  }
  const start = typed(request, 'debut', 40)
  return {
    departement: typed(request, 'departement', 3),
    nom: typed(request, 'nom', 200),
    email: typed(request, 'email', 200).toLowerCase(),
    telephone: typed(request, 'telephone', 40),
    debut: parseFrenchDay(start) ?? start,
  }
}
