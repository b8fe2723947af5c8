import type { SheetLimits } from './limits.ts'
import { refuse } from './refuse.ts'
import type { Archive } from './xlsx_archive.ts'
import { readXml } from './xml_events.ts'

/** What a number becomes: a day, a number, or a number shown with that many digits (01, 75001). */
export type CellFormat = 'day' | 'number' | { digits: number }

// ECMA-376 part 1, § 18.8.30: built-in formats, and those of the East Asian editions.
const DAY_IDS = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58])

/** The formats of the cells, in the order in which a cell's s attribute names them. */
export async function readFormats(
  archive: Archive,
  part: string | null,
  limits: SheetLimits
): Promise<CellFormat[]> {
  if (part === null || !archive.has(part)) return []
  const codes = new Map<number, string>()
  const formats: CellFormat[] = []
  let inCells = false
  await readXml(
    archive.read(part),
    {
      open(name, attributes) {
        if (name === 'cellXfs') inCells = true
        const id = Number(attributes.numFmtId ?? 0)
        if (name === 'numFmt') codes.set(id, attributes.formatCode ?? '')
        if (name === 'xf' && inCells) formats.push(cellFormat(id, codes.get(id)))
        if (formats.length + codes.size > limits.styles) refuse('suspicious_xml')
      },
      close(name) {
        if (name === 'cellXfs') inCells = false
      },
    },
    limits
  )
  return formats
}

/** Reads a format: a custom code when there is one, else the built-in of that number. */
export function cellFormat(id: number, code: string | undefined): CellFormat {
  if (code === undefined) return DAY_IDS.has(id) ? 'day' : 'number'
  if (/^0{2,15}$/.test(code)) return { digits: code.length }
  const [letters = ''] = code
    .slice(0, 255)
    .replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '')
    .replace(/general|am\/pm|a\/p/gi, '')
    .toLowerCase()
    .split(';')
  // A lone m is a month; beside h or s it is minutes, and a time of day is no date.
  return /[yd]/.test(letters) || (letters.includes('m') && !/[hs]/.test(letters)) ? 'day' : 'number'
}
