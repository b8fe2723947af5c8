import PDFDocument from 'pdfkit'
import { deflateStream } from '#app/statements/drawing/pdf_deflate'

export interface PdfInfo {
  Title: string
  Author: string
  Subject: string
}

interface StreamReference {
  buffer: Uint8Array[]
  data: { Type?: string; Filter?: string }
}

/**
 * A tagged PDF/A-3a whose bytes depend on its content alone. Three things of pdfkit are replaced:
 * the streams' compression (see pdf_deflate), the XMP, which it writes without escaping, and the
 * many small writes, which cost more than the drawing.
 */
export class ArchivalPdf extends PDFDocument {
  declare private chunks: Uint8Array[]
  /** Text that waits for the next stream, to be encoded at once. */
  declare private pending: string
  declare private _offset: number
  declare private _root: { data: { AF?: PDFKit.PDFKitReference[] } }
  private readonly operators = new Map<PDFKit.PDFPage, string[]>()

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

  override addContent(operator: string): this {
    const operators = this.operators.get(this.page)
    if (operators) operators.push(operator)
    else this.operators.set(this.page, [operator])
    return this
  }

  override flushPages(): void {
    for (const [page, operators] of this.operators) {
      page.write(Buffer.from(`${operators.join('\n')}\n`, 'latin1'))
    }
    this.operators.clear()
    super.flushPages()
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

  private flushText(): void {
    this.chunks.push(Buffer.from(this.pending, 'latin1'))
    this.pending = ''
  }
}

/** PDF/A wants its metadata readable without inflating; every other stream is deflated. */
function finalizeDeflated(this: PDFKit.PDFKitReference): void {
  const { buffer, data } = this as unknown as StreamReference
  if (buffer.length > 0 && data.Type !== 'Metadata') {
    buffer.splice(
      0,
      Infinity,
      deflateStream(buffer.length === 1 ? buffer[0]! : Buffer.concat(buffer))
    )
    data.Filter = 'FlateDecode'
  }
  Object.getPrototypeOf(this).finalize.call(this)
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
