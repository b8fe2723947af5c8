import { createRequire } from 'node:module'
import PDFDocument from 'pdfkit'

/** The part of a parsed font that is used here. */
interface ParsedFont {
  postscriptName: string
  unitsPerEm: number
  characterSet: number[]
  glyphForCodePoint(codePoint: number): { id: number; advanceWidth: number }
  layout(text: string, features?: object): GlyphRun
  createSubset(): FontSubset
}

interface GlyphRun {
  glyphs: unknown[]
  positions: { xAdvance: number }[]
}

interface FontSubset {
  glyphs: number[]
  includeGlyph(id: number): number
  encode(): Uint8Array
}

/**
 * Every character of French correspondence. Its glyphs are embedded whole, always in this order, so
 * that all statements share one font program, encoded and deflated once.
 */
const ALPHABET = [
  ...range(0x20, 0x7e),
  ...range(0xa1, 0xac),
  ...range(0xae, 0xff),
  ...codePoints('ŒœŸŠšŽžĆćČčŁłŃńĞğİıŞşĄąĘęŻżŚśŹź–—‘’‚“”„†•…‰\u202f‹›€−≤≥→'),
]

const ESCAPED: Record<string, string> = {
  '\\': '\\\\',
  '(': '\\(',
  ')': '\\)',
  '\r': '\\r',
  '\n': '\\n',
}

/** One weight of the typeface, parsed once and shared by every document of the process. */
export class Face {
  readonly name: string
  private readonly font: ParsedFont
  private readonly codes = new Map<number, string>()
  private readonly advances = new Map<number, number>()
  private readonly kerns = new Map<number, number>()
  private program: Uint8Array | null = null

  constructor(weight: '400Regular' | '600SemiBold') {
    this.font = parseFont(weight)
    this.name = this.font.postscriptName
    // Advances and kerning below are read as thousandths of the size.
    if (this.font.unitsPerEm !== 1000) throw new Error('Source Sans 3 is drawn on 1000 units')
    // A glyph keeps the first character that asked for it (U+0020 and U+00A0 share one): asking for
    // all of them in order makes that choice the same in every process.
    for (const codePoint of this.font.characterSet) {
      this.advances.set(codePoint, this.font.glyphForCodePoint(codePoint).advanceWidth)
    }
    const subset = this.createSubset()
    if (subset.glyphs.length !== ALPHABET.length + 1) {
      throw new Error('The alphabet needs a glyph of its own for each character')
    }
    for (const codePoint of [...ALPHABET, 0xa0]) {
      this.codes.set(codePoint, glyphCode(subset.includeGlyph(this.glyph(codePoint))))
    }
  }

  has(codePoint: number): boolean {
    return this.advances.has(codePoint)
  }

  /** Width of a character that the face has, in thousandths of the size. */
  advance(codePoint: number): number {
    return this.advances.get(codePoint)!
  }

  /** The code of an alphabet's character, the same in every document; null for the others. */
  code(codePoint: number): string | null {
    return this.codes.get(codePoint) ?? null
  }

  /**
   * What the pair of characters moves closer (negative) or apart, in thousandths of the size.
   * Figures and spaces keep their distance: columns of amounts must stay columns.
   */
  kern(left: number, right: number): number {
    if (!isLetter(left) && !isLetter(right)) return 0
    const pair = left * 0x110000 + right
    let kern = this.kerns.get(pair)
    if (kern === undefined) {
      const text = String.fromCodePoint(left, right)
      const { glyphs, positions } = this.font.layout(text, { liga: false })
      kern = glyphs.length === 2 ? positions[0]!.xAdvance - this.advance(left) : 0
      this.kerns.set(pair, kern)
    }
    return kern
  }

  /** What a document's `font()` takes. Its subset starts with the alphabet. */
  source(): object {
    return Object.create(this.font, {
      createSubset: { value: () => this.createSubset() },
    })
  }

  /** Widths of the alphabet's characters, in the order of their codes, from code 1. */
  alphabetWidths(): number[] {
    return ALPHABET.map((codePoint) => this.advance(codePoint))
  }

  /** The characters themselves, in the same order. */
  static readonly alphabet: readonly (readonly number[])[] = ALPHABET.map((code) => [code])

  /** A document that needs no glyph beyond the alphabet takes the shared program. */
  private createSubset(): FontSubset {
    const subset = this.font.createSubset()
    for (const codePoint of ALPHABET) subset.includeGlyph(this.glyph(codePoint))
    const size = subset.glyphs.length
    const encode = subset.encode.bind(subset)
    subset.encode = () => (subset.glyphs.length > size ? encode() : (this.program ??= encode()))
    return subset
  }

  private glyph(codePoint: number): number {
    return this.font.glyphForCodePoint(codePoint).id
  }
}

/** Among the characters of an office text, what is not a figure, a space or ASCII punctuation. */
function isLetter(codePoint: number): boolean {
  return codePoint > 0x40 && codePoint !== 0xa0 && codePoint !== 0x202f
}

/** A glyph's two bytes, as they stand in a PDF string (7.3.4.2): half as long as in hexadecimal. */
export function glyphCode(id: number): string {
  return String.fromCharCode(id >> 8, id & 0xff).replace(/[\\()\r\n]/g, (byte) => ESCAPED[byte]!)
}

function parseFont(weight: string): ParsedFont {
  const path = `@expo-google-fonts/source-sans-3/${weight}/SourceSans3_${weight}.ttf`
  const reader = new PDFDocument({ font: createRequire(import.meta.url).resolve(path) })
  return (reader as unknown as { _font: { font: ParsedFont } })._font.font
}

function codePoints(text: string): number[] {
  return [...text].map((character) => character.codePointAt(0)!)
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i)
}
