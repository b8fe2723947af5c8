/** Where ISO 8859-15 is not Latin-1: eight signs took the place of eight others. */
const REPLACEMENTS: ReadonlyMap<string, number> = new Map([
  ['€', 0xa4],
  ['Š', 0xa6],
  ['š', 0xa8],
  ['Ž', 0xb4],
  ['ž', 0xb8],
  ['Œ', 0xbc],
  ['œ', 0xbd],
  ['Ÿ', 0xbe],
])
const REPLACED = new Set(REPLACEMENTS.values())

/** The text in ISO 8859-15, or the first character that has no place in it (controls have none). */
export function encodeLatin9(text: string): Buffer | { unwritable: string } {
  const composed = text.normalize('NFC')
  const bytes = Buffer.alloc(composed.length)
  let length = 0
  for (const character of composed) {
    const byte = REPLACEMENTS.get(character) ?? latin1Byte(character)
    if (byte === null) return { unwritable: character }
    bytes[length++] = byte
  }
  return bytes.subarray(0, length)
}

function latin1Byte(character: string): number | null {
  const point = character.codePointAt(0)!
  const printable = (point >= 0x20 && point < 0x7f) || (point >= 0xa0 && point <= 0xff)
  return printable && !REPLACED.has(point) ? point : null
}
