/** A fictitious member of the network, as `associations.xlsx` gives it. */
export interface DemoAssociation {
  readonly code: string
  readonly name: string
  readonly siret: string
  /** null where associations are not in the national registry: 57, 67 and 68, under local law. */
  readonly rna: string | null
  /** The first is the one of its seat. */
  readonly departments: readonly string[]
  readonly street: string
  readonly buildingNumber: string
  readonly postcode: string
  readonly town: string
  readonly country: 'FR'
  readonly email: string
  /** The bank's own name for the account, which is not always the association's. */
  readonly holder: string
  readonly iban: string
  readonly bic: string
  /** Its French IBAN is of a bank outside SEPA: no transfer file may carry it. */
  readonly outsideSepa: boolean
}
