/** Counts of several runs, added. */
export function mergedCounts(all: readonly ReadonlyMap<string, number>[]): Map<string, number> {
  const merged = new Map<string, number>()
  for (const counts of all) {
    for (const [code, count] of counts) merged.set(code, (merged.get(code) ?? 0) + count)
  }
  return merged
}

/** Where what was found is not what was sown: 'DOUBLON : 160 au lieu de 158'. */
export function findingGaps(
  found: ReadonlyMap<string, number>,
  sown: Readonly<Partial<Record<string, number>>>
): string[] {
  const codes = new Set([...found.keys(), ...Object.keys(sown)])
  return [...codes]
    .filter((code) => (found.get(code) ?? 0) !== (sown[code] ?? 0))
    .map((code) => `${code} : ${found.get(code) ?? 0} au lieu de ${sown[code] ?? 0}`)
}
