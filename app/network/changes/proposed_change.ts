import type { ChangeKind } from '#app/network/changes/change_kinds'
import type { NewReferent } from '#app/network/members/name_referent'
import type { TypedCells } from '#app/intake/typed_cells'

/** What an association states, each value as it was typed; 'debut' is an ISO day. */
export type Stated = Readonly<Record<string, string>>

export interface ProposedChange {
  id: number
  associationId: number
  code: string
  kind: ChangeKind
  departmentCode: string | null
  stated: Stated
  state: 'proposed' | 'accepted' | 'refused' | 'replaced'
}

/** The cells of a file that a change states; a référent is not one of them. */
export function statedCells({ stated }: Pick<ProposedChange, 'stated'>): TypedCells {
  return { ...stated }
}

export function statedReferent({
  associationId,
  stated,
}: Pick<ProposedChange, 'associationId' | 'stated'>): NewReferent {
  return {
    associationId,
    departmentCode: stated.departement ?? '',
    name: stated.nom ?? '',
    email: stated.email || null,
    phone: stated.telephone || null,
    startsOn: stated.debut ?? '',
  }
}
