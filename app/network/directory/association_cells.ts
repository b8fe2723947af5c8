import type { TypedCells } from '#app/intake/typed_cells'
import type Association from '#app/network/association'
import type { AssociationColumn } from '#app/network/directory/check_association_row'
import { departmentsOf } from '#app/network/directory/update_association'
import type { Trx } from '#app/shared/transaction'

/** What is known of an association, as a file would say it: what a screen shows to be changed. */
export async function associationCells(
  trx: Trx,
  association: Association
): Promise<TypedCells<Exclude<AssociationColumn, 'titulaire' | 'iban' | 'bic'>>> {
  return {
    code: association.code,
    nom: association.name,
    siret: association.siret ?? '',
    rna: association.rna ?? '',
    departements: (await departmentsOf(trx, association.id)).join(', '),
    voie: association.street ?? '',
    numero: association.buildingNumber ?? '',
    code_postal: association.postcode ?? '',
    commune: association.town,
    pays: association.country,
    email: association.email ?? '',
  }
}
