import type { ArchivalPdf } from '#app/statements/drawing/archival_pdf'

/** What the reader of a table needs beyond the kind of a cell. */
export interface CellAttributes {
  scope?: 'Row' | 'Column' | undefined
  span?: number
}

/**
 * An element of the tags' tree (ISO 32000-1, 14.7.2), written once, when it ends. A statement has thousands of
 * cells: pdfkit's elements, objects converted key by key, cost more than all the drawing.
 */
export class StructureElement {
  readonly id: number
  private readonly pdf: ArchivalPdf
  private readonly head: string
  private kids = ''

  constructor(pdf: ArchivalPdf, type: string, parent: { id: number }, attributes?: CellAttributes) {
    this.pdf = pdf
    this.id = pdf.reserveObject()
    this.head = elementHead(type, parent, attributes)
    if (parent instanceof StructureElement) parent.adopt(this.id)
  }

  /** Adds a child that has no other child than what is marked `mark` on the current page. */
  addContent(type: string, mark: number, attributes?: CellAttributes): void {
    const id = this.pdf.reserveObject()
    const page = this.pdf.page.dictionary as unknown as { id: number }
    this.adopt(id)
    this.pdf.ownMark(mark, id)
    const head = elementHead(type, this, attributes)
    this.pdf.writeObject(id, `${head}/K ${mark}\n/Pg ${page.id} 0 R>>`)
  }

  /** Writes the element: it has all its children. */
  end(): void {
    this.pdf.writeObject(this.id, `${this.head}/K [${this.kids}]>>`)
  }

  private adopt(id: number): void {
    this.kids += `${id} 0 R `
  }
}

function elementHead(
  type: string,
  { id }: { id: number },
  { scope, span = 1 }: CellAttributes = {}
): string {
  const table = scope || span > 1
  const attributes = `${scope ? `/Scope /${scope}\n` : ''}${span > 1 ? `/ColSpan ${span}\n` : ''}`
  return `<</S /${type}\n${table ? `/A <</O /Table\n${attributes}>>` : ''}/P ${id} 0 R`
}
