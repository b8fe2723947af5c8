const REFERENCE = /^([A-Z]{1,3})([1-9]\d{0,6})$/

/** Rank of the column of "AB12", 0 for A; null when it is not a reference. */
export function columnOf(reference: string): number | null {
  const letters = REFERENCE.exec(reference)?.[1]
  if (letters === undefined) return null
  let column = 0
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64
  return column - 1
}

/** Letters of a column from its rank: 0 is A, 26 is AA. */
export function columnLetters(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26))
  return column < 26 ? letter : columnLetters(Math.floor(column / 26) - 1) + letter
}
