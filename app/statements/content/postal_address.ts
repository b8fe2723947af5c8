export interface PostalAddress {
  street: string | null
  buildingNumber: string | null
  postcode: string | null
  town: string
  country: string
}

/** The lines of a French envelope; the country only when it is not France. */
export function postalAddress({
  street,
  buildingNumber,
  postcode,
  town,
  country,
}: PostalAddress): string[] {
  const lines = [
    [buildingNumber, street].filter(Boolean).join(' '),
    [postcode, town].filter(Boolean).join(' '),
    country === 'FR' ? '' : country,
  ]
  return lines.filter((line) => line !== '')
}
