/** What is said of an association when it enters the network. Registry numbers without spaces. */
export interface NewAssociation {
  code: string
  name: string
  siret: string | null
  /** Null in Alsace and Moselle, whose registry gives none, and in part of overseas. */
  rna: string | null
  departments: readonly string[]
  street: string | null
  buildingNumber: string | null
  postcode: string | null
  town: string
  country: string
  email: string | null
}

/** An account as its association states it; the IBAN in electronic form. */
export interface NewAccount {
  iban: string
  bic: string | null
  holder: string
}
