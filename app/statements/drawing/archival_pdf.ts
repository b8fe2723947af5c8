import PDFDocument from 'pdfkit'
import { finalizeDeflated } from '#app/statements/drawing/pdf_deflate'
import { StructureElement } from '#app/statements/drawing/pdf_structure'

export interface PdfInfo {
  Title: string
  Author: string
  Subject: string
}

/** What goes on a page: its operators, and the structure element of each of its marked contents. */
interface PageContent {
  operators: string[]
  marks: number[]
}

type Reference = PDFKit.PDFKitReference & { id: number; offset: number }

/**
 * A tagged PDF/A-3a whose bytes depend on its content alone. Four things of pdfkit are replaced:
 * the streams' compression (see pdf_deflate), the XMP, which it writes without escaping, the many
 * small writes, which cost more than the drawing, and the tags' tree (see pdf_structure).
 */
export class ArchivalPdf extends PDFDocument {
  declare private chunks: Uint8Array[]
  /** Text that waits for the next stream, to be encoded at once. */
  declare private pending: string
  declare private _offset: number
  declare private _offsets: (number | null)[]
  declare private _refEnd: (reference: Reference) => void
  declare private _root: {
    data: { AF?: PDFKit.PDFKitReference[]; StructTreeRoot: Reference; MarkInfo: Reference }
  }
  /** The document's root element: all that is read aloud descends from it. */
  readonly structure: StructureElement
  private readonly contents = new Map<PDFKit.PDFPage, PageContent>()

  constructor(info: PdfInfo, createdAt: Date) {
    super({
      info: { ...info, Creator: 'reversement', Producer: 'reversement', CreationDate: createdAt },
      size: 'A4',
      margin: 0,
      font: '',
      lang: 'fr-FR',
      pdfVersion: '1.7',
      subset: 'PDF/A-3a',
      tagged: true,
      displayTitle: true,
      bufferPages: true,
      autoFirstPage: false,
      compress: false,
    })
    this.structure = new StructureElement(this, 'Document', this._root.data.StructTreeRoot)
  }

  /** Ends the document and gives its bytes. */
  finish(): Buffer {
    this.end()
    this.flushText()
    return Buffer.concat(this.chunks)
  }

  /** Attaches the document's data (ISO 19005-3, 6.8), dated like the document itself. */
  attachJson(name: string, description: string, data: unknown): void {
    const bytes = Buffer.from(JSON.stringify(data))
    const date = this.info.CreationDate
    const file = this.ref({
      Type: 'EmbeddedFile',
      Subtype: 'application#2Fjson',
      Params: { CreationDate: date, ModDate: date, Size: bytes.length },
    })
    file.end(bytes)
    const specification = this.ref({
      Type: 'Filespec',
      AFRelationship: 'Data',
      F: literal(name),
      UF: literal(name),
      Desc: literal(description),
      EF: { F: file, UF: file },
    })
    specification.end(undefined)
    this.addNamedEmbeddedFile(name, specification)
    this._root.data.AF = [specification]
  }

  override addPage(): this {
    super.addPage()
    const { data } = this.page.dictionary as unknown as { data: { StructParents?: number } }
    data.StructParents = this.contents.size - 1
    return this
  }

  override addContent(operator: string): this {
    this.content.operators.push(operator)
    return this
  }

  /** Starts a marked content of the current page, and gives its number there. */
  startMark(type: string): number {
    const { operators, marks } = this.content
    const mark = marks.push(0) - 1
    operators.push(`/${type}<</MCID ${mark}>>BDC`)
    return mark
  }

  /** Says which element a marked content of the current page belongs to. */
  ownMark(mark: number, element: number): void {
    this.content.marks[mark] = element
  }

  /** The number of an object to come. */
  reserveObject(): number {
    return this._offsets.push(null)
  }

  /** Writes an object at its number; `body` is PDF syntax in ASCII. */
  writeObject(id: number, body: string): void {
    this._offsets[id - 1] = this._offset
    this._write(`${id} 0 obj\n${body}\nendobj`)
  }

  override flushPages(): void {
    for (const [page, { operators }] of this.contents) {
      page.write(Buffer.from(`${operators.join('\n')}\n`, 'latin1'))
    }
    super.flushPages()
  }

  /** Ends the tags' tree: its root, and by page the element of each marked content. */
  override endMarkings(): void {
    this.structure.end()
    const { StructTreeRoot: root, MarkInfo } = this._root.data
    const pages = [...this.contents.values()].map(
      ({ marks }, key) => `${key} [${marks.map((id) => `${id} 0 R`).join(' ')}]`
    )
    this.writeObject(
      root.id,
      `<</Type /StructTreeRoot\n/K [${this.structure.id} 0 R]\n` +
        `/ParentTree <</Nums [${pages.join('\n')}]>>\n/ParentTreeNextKey ${pages.length}>>`
    )
    root.offset = this._offsets[root.id - 1]!
    this._refEnd(root)
    MarkInfo.end(undefined)
  }

  override ref(data: object): PDFKit.PDFKitReference {
    const reference = super.ref(data)
    reference.finalize = finalizeDeflated
    return reference
  }

  override endMetadata(): void {
    const { Title, Author, Subject } = this.info
    this.info = {
      ...this.info,
      Title: escapeXml(Title),
      Author: escapeXml(Author),
      Subject: escapeXml(Subject),
    }
    super.endMetadata()
  }

  _write(data: string | Uint8Array): void {
    this.chunks ??= []
    this.pending ??= ''
    if (typeof data === 'string') {
      this.pending += `${data}\n`
      this._offset += data.length + 1
    } else {
      this.flushText()
      this.chunks.push(data)
      this._offset += data.length
    }
  }

  private get content(): PageContent {
    let content = this.contents.get(this.page)
    if (!content) this.contents.set(this.page, (content = { operators: [], marks: [] }))
    return content
  }

  private flushText(): void {
    this.chunks.push(Buffer.from(this.pending, 'latin1'))
    this.pending = ''
  }
}

/** pdfkit takes a plain string for a name, and a String object for a text. */
function literal(text: string): object {
  return Object(text)
}

function escapeXml(text = ''): string {
  return text
    .replace(/\p{Cc}/gu, ' ')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
}
