import { TextDecoder } from 'node:util'
import { SaxesParser } from 'saxes'
import type { SheetLimits } from './limits.ts'
import { refuse, RefusedFile } from './refuse.ts'

export type XmlAttributes = Record<string, string>

/** Names come without their prefix: some producers prefix every element, others none. */
export interface XmlHandlers {
  open?(name: string, attributes: XmlAttributes): void
  close?(name: string): void
  text?(text: string): void
}

/**
 * Feeds a part of the workbook to the handlers, yielding after each piece. Refuses what no
 * spreadsheet writes: a DOCTYPE (hence any entity), deep nesting, a piece without end.
 */
export async function* xmlEvents(
  chunks: AsyncIterable<Buffer>,
  handlers: XmlHandlers,
  limits: SheetLimits
): AsyncGenerator<void> {
  const parser = new SaxesParser<{ xmlns: false; position: false }>({
    xmlns: false,
    position: false,
  })
  let depth = 0
  let silence = 0
  parser.on('doctype', () => refuse('suspicious_xml'))
  parser.on('opentag', ({ name, attributes }) => {
    silence = 0
    if (++depth > limits.xmlDepth) refuse('suspicious_xml')
    handlers.open?.(localName(name), attributes)
  })
  parser.on('closetag', ({ name }) => {
    silence = 0
    depth--
    handlers.close?.(localName(name))
  })
  if (handlers.text) {
    parser.on('text', handlers.text)
    parser.on('cdata', handlers.text)
  }

  let decoder: TextDecoder | undefined
  for await (const chunk of chunks) {
    decoder ??= new TextDecoder(encodingOf(chunk), { fatal: true })
    const text = wellFormed(() => decoder?.decode(chunk, { stream: true }) ?? '')
    silence += text.length
    wellFormed(() => parser.write(text))
    if (silence > limits.xmlSilence) refuse('suspicious_xml')
    yield
  }
  wellFormed(() => parser.close())
}

/** Reads a whole part, for its effects on the handlers. */
export async function readXml(...args: Parameters<typeof xmlEvents>): Promise<void> {
  const pieces = xmlEvents(...args)
  for (;;) {
    const { done } = await pieces.next()
    if (done) return
  }
}

function localName(name: string): string {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}

function encodingOf(head: Buffer): string {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  return 'utf-8'
}

function wellFormed<T>(step: () => T): T {
  try {
    return step()
  } catch (error) {
    if (error instanceof RefusedFile) throw error
    refuse('damaged')
  }
}
