import { StringDecoder } from 'node:string_decoder'
import type { CsvEncoding } from './csv_encoding.ts'
import { fileChunks } from './file_chunks.ts'
import { refuse } from './refuse.ts'

// 0x80 to 0x9F: the only bytes on which Windows-1252 and Latin-1 differ. Written out because
// Node’s own decoder reads them as Latin-1 in some of the versions that we accept.
const WINDOWS_1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'

// eslint-disable-next-line no-control-regex -- what a text file does not hold
const CONTROL = /[\x01-\x08\x0e-\x1f]/

/** The text of a CSV file, piece by piece, every end of line written "\n". Refuses what is no text. */
export function* csvTexts(path: string, encoding: CsvEncoding): Generator<string> {
  const decode = decoder(encoding)
  let first = true
  let held = ''
  for (const chunk of fileChunks(path)) {
    let text = held + decode(chunk)
    if (first) text = text.replace(/^\ufeff/, '')
    if (text.includes('\0') || (first && CONTROL.test(text))) refuse('binary')
    first = false
    // A CRLF may straddle two pieces.
    held = text.endsWith('\r') ? '\r' : ''
    if (held) text = text.slice(0, -1)
    yield text.includes('\r') ? text.replaceAll('\r\n', '\n').replaceAll('\r', '\n') : text
  }
  if (held) yield '\n'
}

function decoder(encoding: CsvEncoding): (chunk: Buffer) => string {
  if (encoding === 'windows-1252') return windows1252
  if (encoding === 'utf-8') {
    const utf8 = new StringDecoder('utf8')
    return (chunk) => utf8.write(chunk)
  }
  const utf16 = new TextDecoder(encoding)
  return (chunk) => utf16.decode(chunk, { stream: true })
}

function windows1252(chunk: Buffer): string {
  return chunk
    .toString('latin1')
    .replace(/[\x80-\x9f]/g, (byte) => WINDOWS_1252.charAt(byte.charCodeAt(0) - 0x80))
}
