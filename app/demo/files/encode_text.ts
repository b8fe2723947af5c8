import type { CsvHabit } from '#app/demo/files/sheet_habit'

/** The signs of the demo's texts that Windows-1252 holds elsewhere than Latin-1. */
const WINDOWS_1252 = new Map([
  ['€', '\x80'],
  ['…', '\x85'],
  ['Œ', '\x8c'],
  ['’', '\x92'],
  ['–', '\x96'],
  ['—', '\x97'],
  ['œ', '\x9c'],
])

/** Throws on a sign that the encoding cannot write. */
export function encodeText(text: string, encoding: CsvHabit['encoding']): Buffer {
  if (encoding === 'utf-8-bom') return Buffer.from(`\ufeff${text}`)
  if (encoding === 'utf-8') return Buffer.from(text)
  const bytes = text.replace(/[^\0-\xff]/g, (sign) => {
    const byte = WINDOWS_1252.get(sign)
    if (byte === undefined) throw new RangeError(`Windows-1252 does not write ${sign}`)
    return byte
  })
  return Buffer.from(bytes, 'latin1')
}
