/** Each count with its words, in their order; a count of nothing is left out. */
export function countRows(
  words: Readonly<Record<string, string>>,
  counts: Readonly<Record<string, number>>
): [string, number][] {
  return Object.entries(words)
    .filter(([what]) => (counts[what] ?? 0) > 0)
    .map(([what, label]) => [label, counts[what]!])
}
