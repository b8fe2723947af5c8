import { isUtf8 } from 'node:buffer'
import { fileChunks } from './file_chunks.ts'
import { refuse } from './refuse.ts'

export type CsvEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

// What French accents, no-break spaces, quotes, œ and € become in UTF-8. Read as Windows-1252 they
// would be “Ã©” or “â€™”, which nobody types: both kinds in one file mean two encodings.
const UTF8_ACCENTS =
  /\xc3[\x80-\xbf]|\xc2[\xa0-\xbf]|\xe2\x80[\x90-\xbf]|\xe2\x82\xac|\xc5[\x92\x93]/

/**
 * The encoding of the whole file: its byte order mark, else UTF-8 when every byte agrees, else
 * Windows-1252. Refuses a file that mixes the two.
 */
export function csvEncoding(path: string, head: Buffer): CsvEncoding {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  const offset = firstForeignByte(path)
  if (offset === null) return 'utf-8'
  const marked = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf
  if (marked || hasUtf8Accents(path)) refuse('mixed_encodings', lineAt(path, offset))
  return 'windows-1252'
}

/** Offset of a byte on the first line that is not UTF-8; null when all of them are. */
function firstForeignByte(path: string): number | null {
  let offset = 0
  let rest = Buffer.alloc(0)
  for (const chunk of fileChunks(path)) {
    const bytes = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk
    const cut = lastWholeCharacter(bytes)
    const whole = bytes.subarray(0, cut)
    if (!isUtf8(whole)) return offset + foreignLine(whole)
    rest = Buffer.from(bytes.subarray(cut))
    offset += cut
  }
  return isUtf8(rest) ? null : offset
}

/** A chunk may end inside a character: where the last one that may be whole ends. */
function lastWholeCharacter(bytes: Buffer): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back] ?? 0
    if (byte >= 0xc0) {
      const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2
      return needed > back ? bytes.length - back : bytes.length
    }
    if (byte < 0x80) break
  }
  return bytes.length
}

function foreignLine(bytes: Buffer): number {
  let start = 0
  for (;;) {
    const end = bytes.indexOf(0x0a, start)
    if (end < 0 || !isUtf8(bytes.subarray(start, end))) return start
    start = end + 1
  }
}

function hasUtf8Accents(path: string): boolean {
  for (const chunk of fileChunks(path)) {
    if (UTF8_ACCENTS.test(chunk.toString('latin1'))) return true
  }
  return false
}

function lineAt(path: string, offset: number): number {
  let line = 1
  let left = offset
  for (const chunk of fileChunks(path)) {
    const before = chunk.subarray(0, left)
    for (let at = before.indexOf(0x0a); at >= 0; at = before.indexOf(0x0a, at + 1)) line++
    left -= before.length
    if (left <= 0) break
  }
  return line
}
