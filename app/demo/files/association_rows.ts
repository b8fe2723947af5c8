import type { Cell } from '#app/demo/files/cell'
import type { DemoAssociation } from '#app/demo/network/demo_association'

export const ASSOCIATION_TITLES = [
  'code',
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
  'titulaire',
  'iban',
  'bic',
]

/** One row for each association, in the order of the titles; identifiers stay text. */
export function associationRows(network: readonly DemoAssociation[]): Cell[][] {
  return network.map((association) => [
    association.code,
    association.name,
    association.siret,
    association.rna,
    association.departments.join(', '),
    association.street,
    association.buildingNumber,
    association.postcode,
    association.town,
    association.country,
    association.email,
    association.holder,
    association.iban,
    association.bic,
  ])
}
