import { associationName, holderName } from '#app/demo/network/association_names'
import type { DemoAssociation } from '#app/demo/network/demo_association'
import { makeIban } from '#app/demo/network/make_iban'
import { makeSiret } from '#app/demo/network/make_siret'
import { PREFECTURES } from '#app/demo/network/prefectures'
import { REGIONS } from '#app/demo/network/regions'
import { createRandom, type Random } from '#app/demo/random'
import { DEPARTMENTS } from '#app/shared/departments'

// Covered from Guadeloupe: too small for an association of their own.
const COVERED_FROM_AFAR = new Map([['971', ['977', '978']]])
const NEW_CALEDONIA = '988'

/** Departments with a second association, the last one giving way to the Pacific when asked. */
const SECONDS =
  '59 13 75 69 33 31 93 92 94 77 78 91 95 62 76 44 35 38 34 06 83 67 57 974 29 42 30 80'.split(' ')

const NO_NATIONAL_REGISTRY = new Set(['57', '67', '68'])

const STREETS = [
  'rue de l’Hôtel-de-Ville',
  'place du Palais-de-Justice',
  'avenue du Général-de-Gaulle',
  'rue Victor-Hugo',
  'boulevard de la République',
  'rue des Écoles',
  'quai de l’Île',
  'impasse Saint-Éloi',
]

export interface NetworkWish {
  readonly seed: number
  /** Adds an association of New Caledonia, whose FR account is outside SEPA and cannot be paid. */
  readonly outsideSepa?: boolean
}

/** 130 fictitious associations: one in each department at least, in the order of their codes. */
export function buildNetwork({ seed, outsideSepa = false }: NetworkWish): DemoAssociation[] {
  const random = createRandom(`${seed}/network`)
  const alone = [...PREFECTURES.keys()].filter(
    (code) => code !== '977' && code !== '978' && code !== NEW_CALEDONIA
  )
  const seconds = outsideSepa ? SECONDS.slice(0, -1) : SECONDS
  const seats: Seat[] = [
    ...alone.map((department) => ({ department, code: `AV${department}` })),
    ...seconds.map((department) => ({ department, code: `AV${department}B` })),
    ...(outsideSepa ? [{ department: NEW_CALEDONIA, code: `AV${NEW_CALEDONIA}` }] : []),
  ]
  return seats.sort((a, b) => (a.code < b.code ? -1 : 1)).map((seat) => association(random, seat))
}

interface Seat {
  readonly department: string
  readonly code: string
}

function association(random: Random, { department, code }: Seat): DemoAssociation {
  const [postcode, town] = PREFECTURES.get(department)!
  const district = DEPARTMENTS.get(department)!
  // A second association of a department is named after its town.
  const place = code.endsWith('B') ? `${town} (${district})` : district
  const name = associationName(random, place)
  const outsideSepa = department === NEW_CALEDONIA
  return {
    code,
    name,
    siret: makeSiret(random),
    rna: NO_NATIONAL_REGISTRY.has(department) ? null : rna(random, department),
    departments: [department, ...alsoCovered(random, department)],
    street: random.pick(STREETS),
    buildingNumber: `${random.between(1, 180)}${random.chance(0.1) ? ' bis' : ''}`,
    postcode,
    town,
    country: 'FR',
    email: `contact.${code.toLowerCase()}@example.org`,
    holder: holderName(random, name, place),
    ...makeIban(random, outsideSepa ? 'pacific' : 'sepa'),
    outsideSepa,
  }
}

function alsoCovered(random: Random, department: string): readonly string[] {
  const afar = COVERED_FROM_AFAR.get(department)
  if (afar !== undefined) return afar
  const region = REGIONS.find(([, departments]) => departments.includes(department))
  if (region === undefined || region[0] === 'outre-mer' || !random.chance(0.12)) return []
  return [random.pick(region[1].filter((code) => code !== department))]
}

function rna(random: Random, department: string): string {
  const registry = department.replace(/\D/, '0').padEnd(3, '1')
  return `W${registry}${random.between(100_000, 999_999)}`
}
