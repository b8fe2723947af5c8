/** The offices that gather forms: the regions of 2016, Corsica with Provence, overseas as one. */
export const REGIONS: ReadonlyArray<readonly [slug: string, departments: readonly string[]]> = [
  ['auvergne-rhone-alpes', list('01 03 07 15 26 38 42 43 63 69 73 74')],
  ['bourgogne-franche-comte', list('21 25 39 58 70 71 89 90')],
  ['bretagne', list('22 29 35 56')],
  ['centre-val-de-loire', list('18 28 36 37 41 45')],
  ['grand-est', list('08 10 51 52 54 55 57 67 68 88')],
  ['hauts-de-france', list('02 59 60 62 80')],
  ['ile-de-france', list('75 77 78 91 92 93 94 95')],
  ['normandie', list('14 27 50 61 76')],
  ['nouvelle-aquitaine', list('16 17 19 23 24 33 40 47 64 79 86 87')],
  ['occitanie', list('09 11 12 30 31 32 34 46 48 65 66 81 82')],
  ['pays-de-la-loire', list('44 49 53 72 85')],
  ['provence-et-corse', list('04 05 06 13 2A 2B 83 84')],
  ['outre-mer', list('971 972 973 974 975 976 977 978 988')],
]

const REGION_OF: ReadonlyMap<string, string> = new Map(
  REGIONS.flatMap(([slug, departments]) => departments.map((code) => [code, slug] as const))
)

/** The slug of the region of a department; throws on a department where the demo has nobody. */
export function regionOf(department: string): string {
  const region = REGION_OF.get(department)
  if (region === undefined) throw new RangeError(`No demo region for the department ${department}`)
  return region
}

function list(codes: string): string[] {
  return codes.split(' ')
}
