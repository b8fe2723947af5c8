import type { SaisineFacts } from '#app/reconciliation/facts/saisine_facts'

/** Two slips of the keyboard; further, references of the same length resemble each other by chance. */
const MAX_DISTANCE = 2

/** Saisines in the order of their normalised references, to be read as the branches of one tree. */
export interface ReferenceIndex {
  readonly saisines: readonly SaisineFacts[]
  readonly keys: readonly string[]
  /** `shared[i]`: how many leading characters key i has in common with key i − 1. */
  readonly shared: Uint16Array
}

export interface Neighbour {
  readonly saisine: SaisineFacts
  readonly distance: number
}

/** Upper case, letters and digits only, and O read as 0, as one copies a reference by hand. */
export function normalisedReference(reference: string): string {
  return reference
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replaceAll('O', '0')
}

export function buildReferenceIndex(saisines: readonly SaisineFacts[]): ReferenceIndex {
  const entries = saisines
    .map((saisine) => ({ saisine, key: normalisedReference(saisine.reference) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
  const keys = entries.map(({ key }) => key)
  return {
    saisines: entries.map(({ saisine }) => saisine),
    keys,
    shared: Uint16Array.from(keys, (key, i) => commonPrefix(key, keys[i - 1] ?? '')),
  }
}

/**
 * The saisines whose normalised reference is within two insertions, deletions, substitutions or swaps of
 * adjacent characters (optimal string alignment). A row of distances is computed once for a prefix,
 * and every key that begins with a prefix already too far is skipped.
 */
export function neighbours(index: ReferenceIndex, reference: string): Neighbour[] {
  const query = normalisedReference(reference)
  const rows: Uint16Array[] = [
    Uint16Array.from({ length: query.length + 1 }, (_, column) => column),
  ]
  const near: Neighbour[] = []
  let depth = 0
  let dead = false

  for (let i = 0; i < index.keys.length; i++) {
    const common = index.shared[i]!
    if (dead && common >= depth) continue
    const key = index.keys[i]!
    depth = Math.min(depth, common)
    dead = false
    while (depth < key.length && !dead) {
      dead = fillRow(rows, key, depth++, query) > MAX_DISTANCE
    }
    const distance = rows[depth]![query.length]!
    if (!dead && distance <= MAX_DISTANCE) near.push({ saisine: index.saisines[i]!, distance })
  }
  return near
}

/** Distances between the first `depth + 1` characters of the key and each prefix of the query; the least. */
function fillRow(rows: Uint16Array[], key: string, depth: number, query: string): number {
  const above = rows[depth]!
  const row = (rows[depth + 1] ??= new Uint16Array(query.length + 1))
  let least = (row[0] = depth + 1)
  for (let column = 1; column <= query.length; column++) {
    const same = key[depth] === query[column - 1]
    let cost = Math.min(
      above[column]! + 1,
      row[column - 1]! + 1,
      above[column - 1]! + (same ? 0 : 1)
    )
    const swapped =
      depth > 0 &&
      column > 1 &&
      key[depth] === query[column - 2] &&
      key[depth - 1] === query[column - 1]
    if (swapped) cost = Math.min(cost, rows[depth - 1]![column - 2]! + 1)
    row[column] = cost
    least = Math.min(least, cost)
  }
  return least
}

function commonPrefix(a: string, b: string): number {
  let length = 0
  while (length < a.length && a[length] === b[length]) length++
  return length
}
