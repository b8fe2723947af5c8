/** A stretch of a reference, alike in both or not. */
export interface Stretch {
  text: string
  differs: boolean
}

/**
 * Two references cut where they differ: the longest common subsequence is alike, the rest is not. A letter in another
 * case counts as alike: references are compared so.
 */
export function referenceDifferences(a: string, b: string): [Stretch[], Stretch[]] {
  const lengths = commonLengths(a.toUpperCase(), b.toUpperCase())
  const left: Stretch[] = []
  const right: Stretch[] = []
  let i = 0
  let j = 0
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i]!.toUpperCase() === b[j]!.toUpperCase()) {
      push(left, a[i++]!, false)
      push(right, b[j++]!, false)
    } else if (j >= b.length || (i < a.length && lengths[i + 1]![j]! >= lengths[i]![j + 1]!)) {
      push(left, a[i++]!, true)
    } else {
      push(right, b[j++]!, true)
    }
  }
  return [left, right]
}

/** `[i][j]`: how long the common subsequence of a from i and b from j is. References have 35 characters at most. */
function commonLengths(a: string, b: string): number[][] {
  const lengths = Array.from({ length: a.length + 1 }, () =>
    new Array<number>(b.length + 1).fill(0)
  )
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      lengths[i]![j] =
        a[i] === b[j]
          ? lengths[i + 1]![j + 1]! + 1
          : Math.max(lengths[i + 1]![j]!, lengths[i]![j + 1]!)
    }
  }
  return lengths
}

function push(stretches: Stretch[], character: string, differs: boolean): void {
  const last = stretches.at(-1)
  if (last?.differs === differs) last.text += character
  else stretches.push({ text: character, differs })
}
