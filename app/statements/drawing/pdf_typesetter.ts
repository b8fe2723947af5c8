import type { ArchivalPdf } from '#app/statements/drawing/archival_pdf'
import { Face, glyphCode } from '#app/statements/drawing/pdf_face'

/** A text ready to be shown: its operator, and its width in thousandths of the size. */
export interface ShapedText {
  operator: string
  width: number
}

interface EmbeddedFont {
  id: string
  ref(): PDFKit.PDFKitReference
  encode(text: string): [codes: string[], positions: unknown]
  widths: number[]
  unicode: (readonly number[])[]
}

/** Source Sans draws U+202F so thin that thousands run together: this much is added to it. */
const THOUSANDS_GAP = 60

const SHAPES_KEPT = 20_000

const shapes = new Map<Face, Map<string, ShapedText>>()

/**
 * Sets the texts of one document in one face. Characters are placed one by one with the pair's
 * kerning, which is all that French needs and ten times quicker than full shaping.
 */
export class Typesetter {
  readonly id: string
  private readonly font: EmbeddedFont

  private readonly face: Face

  constructor(pdf: ArchivalPdf, face: Face) {
    this.face = face
    pdf.font(face.source() as never, face.name)
    this.font = (pdf as unknown as { _font: EmbeddedFont })._font
    this.id = this.font.id
    declareAlphabet(this.font, face)
  }

  /** Makes the face known to the page that the next texts go to. */
  declareOn(page: PDFKit.PDFPage): void {
    page.fonts[this.id] ??= this.font.ref()
  }

  shape(text: string): ShapedText {
    const known = shapesOf(this.face)
    const shaped = known.get(text)
    if (shaped) return shaped
    const { shared, ...fresh } = this.set(text)
    // Codes outside the alphabet belong to this document's subset alone.
    if (!shared) return fresh
    if (known.size >= SHAPES_KEPT) known.clear()
    known.set(text, fresh)
    return fresh
  }

  private set(text: string): ShapedText & { shared: boolean } {
    const { face } = this
    let codes = ''
    let kerned = false
    let width = 0
    let shared = true
    let previous = 0
    for (const character of text.normalize('NFC')) {
      let codePoint = character.codePointAt(0)!
      // A glyph that is missing may not be shown in PDF/A.
      if (!face.has(codePoint)) codePoint = 0x3f
      let kern = previous === 0 ? 0 : face.kern(previous, codePoint)
      if (previous === 0x202f) kern += THOUSANDS_GAP
      if (kern !== 0) {
        codes += `)${-kern}(`
        kerned = true
      }
      const code = face.code(codePoint)
      if (code === null) shared = false
      codes += code ?? this.ownCode(codePoint)
      width += kern + face.advance(codePoint)
      previous = codePoint
    }
    return { operator: kerned ? `[(${codes})]TJ` : `(${codes})Tj`, width, shared }
  }

  /** The code of a character outside the alphabet, in this document alone. */
  private ownCode(codePoint: number): string {
    const [[hexadecimal]] = this.font.encode(String.fromCodePoint(codePoint))
    return glyphCode(Number.parseInt(hexadecimal!, 16))
  }
}

/** Gives a document's font the widths and characters of the whole alphabet, after code 0. */
function declareAlphabet(font: EmbeddedFont, face: Face): void {
  font.widths.push(...face.alphabetWidths())
  font.unicode.push(...Face.alphabet)
}

function shapesOf(face: Face): Map<string, ShapedText> {
  let known = shapes.get(face)
  if (!known) shapes.set(face, (known = new Map()))
  return known
}
