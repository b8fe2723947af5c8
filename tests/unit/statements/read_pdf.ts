import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

export interface ReadPdf {
  /** The text of each page in reading order, one line a line. */
  pages: string[]
  text: string
  xmp: string
  info: Record<string, unknown>
  markInfo: { Marked: boolean } | null
  attachments: Record<string, { filename: string; content: Uint8Array }>
}

/** Reads a PDF back with a reader that shares nothing with what wrote it. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const pdf = await getDocument({ data: Uint8Array.from(bytes), verbosity: 0 }).promise
  const pages: string[] = []
  for (let i = 1; i <= pdf.numPages; i++) {
    const page = await pdf.getPage(i)
    const { items } = await page.getTextContent()
    pages.push(
      items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('')
    )
  }
  const { info, metadata } = await pdf.getMetadata()
  const read = {
    pages,
    text: pages.join('\n'),
    xmp: metadata?.getRaw() as string,
    info: info as Record<string, unknown>,
    markInfo: (await pdf.getMarkInfo()) as { Marked: boolean } | null,
    attachments: await pdf.getAttachments(),
  }
  await pdf.loadingTask.destroy()
  return read
}
