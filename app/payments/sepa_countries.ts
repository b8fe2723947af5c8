/**
 * The countries of the SEPA schemes in 2026, by the country code of their IBANs (EPC409-09). The
 * Channel Islands and Man use GB; the French overseas departments, Saint-Pierre-et-Miquelon,
 * Saint-Barthélemy and Saint-Martin use FR; Gibraltar has its own code under British membership.
 */
export const SEPA_COUNTRIES: ReadonlyMap<string, string> = new Map([
  ['AD', 'Andorre'],
  ['AL', 'Albanie'],
  ['AT', 'Autriche'],
  ['BE', 'Belgique'],
  ['BG', 'Bulgarie'],
  ['CH', 'Suisse'],
  ['CY', 'Chypre'],
  ['CZ', 'Tchéquie'],
  ['DE', 'Allemagne'],
  ['DK', 'Danemark'],
  ['EE', 'Estonie'],
  ['ES', 'Espagne'],
  ['FI', 'Finlande'],
  ['FR', 'France'],
  ['GB', 'Royaume-Uni'],
  ['GI', 'Gibraltar'],
  ['GR', 'Grèce'],
  ['HR', 'Croatie'],
  ['HU', 'Hongrie'],
  ['IE', 'Irlande'],
  ['IS', 'Islande'],
  ['IT', 'Italie'],
  ['LI', 'Liechtenstein'],
  ['LT', 'Lituanie'],
  ['LU', 'Luxembourg'],
  ['LV', 'Lettonie'],
  ['MC', 'Monaco'],
  ['MD', 'Moldavie'],
  ['ME', 'Monténégro'],
  ['MK', 'Macédoine du Nord'],
  ['MT', 'Malte'],
  ['NL', 'Pays-Bas'],
  ['NO', 'Norvège'],
  ['PL', 'Pologne'],
  ['PT', 'Portugal'],
  ['RO', 'Roumanie'],
  ['RS', 'Serbie'],
  ['SE', 'Suède'],
  ['SI', 'Slovénie'],
  ['SK', 'Slovaquie'],
  ['SM', 'Saint-Marin'],
  ['VA', 'Vatican'],
])

const OUTSIDE_EEA: ReadonlySet<string> = new Set('AD AL CH GB GI MC MD ME MK RS SM VA'.split(' '))

const FRENCH_TERRITORY = /^(?:98[678](?:\d\d)?|NC|PF|WF)$/

/** True when the IBAN’s bank is in the European Economic Area, where an IBAN needs no BIC. */
export function isEeaCountry(code: string): boolean {
  return SEPA_COUNTRIES.has(code) && !OUTSIDE_EEA.has(code)
}

/**
 * True for a department, postcode or country code of Wallis-et-Futuna, French Polynesia or New
 * Caledonia: their banks hand out FR IBANs, and are outside SEPA all the same.
 */
export function isFrenchTerritoryOutsideSepa(place: string): boolean {
  return FRENCH_TERRITORY.test(place)
}
