/** "12-345" as the boxes send it: form → saisine. Anything else is nobody's tick. */
export function tickedPairs(values: readonly string[]): Map<number, number> {
  const pairs = new Map<number, number>()
  for (const value of values) {
    const [, form, saisine] = /^(\d{1,15})-(\d{1,15})$/.exec(value) ?? []
    if (saisine !== undefined) pairs.set(Number(form), Number(saisine))
  }
  return pairs
}
