import type { HttpRequest } from '@adonisjs/core/http'
import type { TypedCells } from '#app/intake/typed_cells'
import type { Refused } from '#app/shared/result'
import { typed } from '#app/shared/screens/typed'

const FIELDS = [
  'nom',
  'siret',
  'rna',
  'departements',
  'voie',
  'numero',
  'code_postal',
  'commune',
  'pays',
  'email',
] as const

export type AssociationCells = TypedCells<(typeof FIELDS)[number]>

/** The description of an association as its form gives it: the columns of a file. */
export function typedAssociation(request: Pick<HttpRequest, 'input'>): AssociationCells {
  return Object.fromEntries(FIELDS.map((name) => [name, typed(request, name, 300)]))
}

/** Reasons about the code stand by the form’s field, whose name is not that of the code of an application. */
export function atTheFields({ refused }: Refused): Refused {
  return {
    refused: refused.map((reason) => {
      const codeTaken = reason.field === 'code' || reason.code === 'CODE_PRIS'
      return codeTaken ? { ...reason, field: 'code_association' } : reason
    }),
  }
}
