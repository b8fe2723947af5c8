import type { Cell } from '#app/demo/files/cell'
import type { DemoAssociation } from '#app/demo/network/demo_association'

/** One row for each association, in the order of ASSOCIATION_COLUMNS; identifiers stay text. */
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
