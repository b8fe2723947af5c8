import type { ArchivalPdf } from '#app/statements/drawing/archival_pdf'
import { Face } from '#app/statements/drawing/pdf_face'
import { StructureElement, type CellAttributes } from '#app/statements/drawing/pdf_structure'
import { Typesetter, type ShapedText } from '#app/statements/drawing/pdf_typesetter'
import { wrapText } from '#app/statements/drawing/wrap_text'

export type Element = StructureElement
export type Colour = readonly [red: number, green: number, blue: number]
export interface Ink {
  face: 'regular' | 'strong'
  size: number
  colour: Colour
}
type Align = 'left' | 'right'

/** Points, A4. */
export const PAGE = { width: 595.28, height: 841.89, left: 50, right: 545, top: 58, bottom: 786 }

const faces = { regular: new Face('400Regular'), strong: new Face('600SemiBold') }

/**
 * The drawing surface of a document: a cursor `y` that goes down the pages, texts on a base line,
 * rules and tints. Coordinates are points from the top left corner. Text is written with as few
 * operators as PDF allows: a three-page table holds more than a thousand of them.
 */
export class Sheet {
  y = PAGE.top
  /** Called on each page that starts by overflow. */
  onBreak: () => void = () => {}
  private readonly setters: Record<Ink['face'], Typesetter>
  private rules: { colour: Colour; box: string }[] = []
  private colour: Colour | null = null
  private font = ''
  /** Where the last text of the open text object starts; null between text objects. */
  private pen: { x: number; y: number } | null = null

  readonly pdf: ArchivalPdf

  constructor(pdf: ArchivalPdf) {
    this.pdf = pdf
    this.setters = {
      regular: new Typesetter(pdf, faces.regular),
      strong: new Typesetter(pdf, faces.strong),
    }
    this.addPage()
  }

  /** Starts a new page unless `height` points are left on this one. */
  reserve(height: number): void {
    if (this.y + height <= PAGE.bottom) return
    this.close()
    this.addPage()
    this.onBreak()
  }

  /** Goes to a page that is drawn already, to add what surrounds its body. */
  returnTo(page: number): void {
    this.pdf.switchToPage(page)
    this.colour = null
    this.font = ''
  }

  /** Draws the last page's rules; nothing may be added to the pages' body afterwards. */
  close(): void {
    this.drawRules()
    this.endText()
  }

  measure(text: string, ink: Ink): number {
    return (this.shape(text, ink).width * ink.size) / 1000
  }

  /** Writes one line; `x` is its left edge, or its right edge when aligned right. */
  write(text: string, x: number, baseline: number, ink: Ink, align: Align = 'left'): void {
    if (text === '') return
    const setter = this.setters[ink.face]
    const { operator, width } = setter.shape(text)
    const left = align === 'left' ? x : x - (width * ink.size) / 1000
    const font = `/${setter.id} ${ink.size} Tf `
    const state = this.fillState(ink.colour) + (font === this.font ? '' : font)
    this.font = font
    this.pdf.addContent(`${state}${this.movePen(short(left), short(baseline))}${operator}`)
  }

  /** Writes the lines of one paragraph; all but the last end with a space, for who reads the text. */
  writeLines(lines: string[], x: number, baseline: number, leading: number, ink: Ink): void {
    lines.forEach((line, i) => {
      this.write(i < lines.length - 1 ? `${line} ` : line, x, baseline + i * leading, ink)
    })
  }

  /** A horizontal hairline of the page, drawn with the others when the page ends. */
  rule(x: number, y: number, width: number, colour: Colour, weight = 0.5): void {
    this.rules.push({ colour, box: box(x, y - weight / 2, width, weight) })
  }

  /** A filled rectangle, to be drawn inside an artifact. */
  fill(x: number, y: number, width: number, height: number, colour: Colour): void {
    this.endText()
    this.pdf.addContent(`${this.fillState(colour)}${box(x, y, width, height)} f`)
  }

  /** The outline of a rectangle, to be drawn inside an artifact. */
  outline(x: number, y: number, width: number, height: number, colour: Colour): void {
    this.endText()
    this.pdf.addContent(`${colour.join(' ')} RG 0.8 w ${box(x, y, width, height)} S`)
  }

  /** Writes a tagged text, child of `parent`. */
  tag(parent: Element, type: string, draw: () => void, attributes?: CellAttributes): void {
    this.startText()
    const mark = this.pdf.startMark(type)
    draw()
    this.pdf.addContent('EMC')
    parent.addContent(type, mark, attributes)
  }

  /** An element without children yet, the next child of `parent`: `end()` it once it has them. */
  element(parent: Element, type: string): Element {
    return new StructureElement(this.pdf, type, parent)
  }

  /** Draws what is repeated or decorative, and must not be read aloud. */
  artifact(draw: () => void): void {
    this.endText()
    this.pdf.addContent('/Artifact BMC')
    draw()
    this.endText()
    this.pdf.addContent('EMC')
  }

  /** Cuts a text in lines no wider than `width` points. */
  wrap(text: string, ink: Ink, width: number): string[] {
    return wrapText(text, width, (part) => this.measure(part, ink))
  }

  private shape(text: string, ink: Ink): ShapedText {
    return this.setters[ink.face].shape(text)
  }

  /** Colour and font last from one text to the next: only their changes are written. */
  private fillState(colour: Colour): string {
    if (colour === this.colour) return ''
    this.colour = colour
    return `${colour.join(' ')} rg `
  }

  /** One text object holds all the texts up to the next drawing: marked contents may stand in it (14.6.1). */
  private startText(): void {
    if (this.pen) return
    this.pdf.addContent('BT')
    this.pen = { x: Number.NaN, y: Number.NaN }
  }

  private endText(): void {
    if (this.pen) this.pdf.addContent('ET')
    this.pen = null
  }

  /** The operator that brings the pen there: from the last text when there is one, which is shorter. */
  private movePen(x: number, y: number): string {
    this.startText()
    const from = this.pen!
    this.pen = { x, y }
    if (Number.isNaN(from.x)) return `1 0 0 -1 ${x} ${y} Tm`
    return `${short(x - from.x)} ${short(from.y - y)} Td`
  }

  private addPage(): void {
    this.pdf.addPage()
    this.colour = null
    this.font = ''
    for (const setter of Object.values(this.setters)) setter.declareOn(this.pdf.page)
    this.y = PAGE.top
  }

  private drawRules(): void {
    if (this.rules.length === 0) return
    this.artifact(() => {
      for (const rule of this.rules)
        this.pdf.addContent(`${this.fillState(rule.colour)}${rule.box} f`)
    })
    this.rules = []
  }
}

function box(x: number, y: number, width: number, height: number): string {
  return `${short(x)} ${short(y)} ${short(width)} ${short(height)} re`
}

/** A hundredth of a point is a fifth of what the best office printer can place. */
function short(points: number): number {
  return Math.round(points * 100) / 100
}
