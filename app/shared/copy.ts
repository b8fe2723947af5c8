import { once } from 'node:events'
import { StringDecoder } from 'node:string_decoder'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import type pg from 'pg'
import type { Trx } from '#app/shared/transaction'

/** Characters gathered before they are handed to the socket: few writes, little memory. */
const CHUNK = 256 * 1024

/** The PostgreSQL connection of a transaction, for COPY, which Knex does not know. */
export async function connectionOf(trx: Trx): Promise<pg.PoolClient> {
  return trx.knexClient.client.acquireConnection() as Promise<pg.PoolClient>
}

export interface CopyWriter {
  /** One line in COPY's text format, without its end of line. Gives a promise only when the server is behind. */
  write(line: string): Promise<void> | void
  /** Whole lines, each with its end. */
  writeBlock(block: Buffer): Promise<void>
  end(): Promise<void>
  /** Gives the copy up, unless it has ended or failed: without it, a ROLLBACK would wait behind the open copy for ever. */
  abandon(): Promise<void>
}

/** Opens `COPY target FROM STDIN`; each line is made of `copyText` values joined by tabs. */
export async function copyInto(trx: Trx, target: string): Promise<CopyWriter> {
  const connection = await connectionOf(trx)
  const stream = connection.query(copyFrom(`COPY ${target} FROM STDIN`))
  let failure: unknown
  stream.on('error', (error) => (failure = error))
  let pending = ''
  const send = async (block: Buffer | string) => {
    if (failure) throw failure
    if (!stream.write(block)) await once(stream, 'drain')
  }
  return {
    write(line) {
      pending += `${line}\n`
      if (pending.length < CHUNK) return
      const block = pending
      pending = ''
      return send(block)
    },
    writeBlock: send,
    async end() {
      if (failure) throw failure
      await new Promise<void>((resolve, reject) => {
        stream.on('finish', resolve)
        stream.on('error', reject)
        stream.end(pending)
      })
    },
    async abandon() {
      // A server that refused the copy has nothing more to say of it: to wait would be for ever.
      if (failure || stream.closed || stream.writableFinished) return
      const closed = new Promise((resolve) => stream.once('close', resolve))
      stream.destroy(new Error('The copy was abandoned'))
      await closed
    },
  }
}

/** Cells of a row, null for SQL NULL. */
export type CopiedRow = (string | null)[]

/** Streams `COPY (query) TO STDOUT` in text format, as batches of rows. */
export async function* copyOut(trx: Trx, query: string): AsyncGenerator<CopiedRow[]> {
  const decode = rowDecoder()
  for await (const chunk of await copyStream(trx, query)) yield decode(chunk)
}

/**
 * The same, once the server has sent everything: the connection is free for other commands while the rows are decoded.
 * The text waits as it came, and is freed as it is read, once.
 */
export async function copyOutWhole(trx: Trx, query: string): Promise<Iterable<CopiedRow[]>> {
  const chunks: Buffer[] = []
  for await (const chunk of await copyStream(trx, query)) chunks.push(chunk)
  return decodeAll(chunks.reverse())
}

async function copyStream(trx: Trx, query: string): Promise<AsyncIterable<Buffer>> {
  const connection = await connectionOf(trx)
  return connection.query(copyTo(`COPY (${query}) TO STDOUT`))
}

/** Takes the chunks from the end, so that each is let go. */
function* decodeAll(chunks: Buffer[]): Generator<CopiedRow[]> {
  const decode = rowDecoder()
  for (let chunk = chunks.pop(); chunk; chunk = chunks.pop()) yield decode(chunk)
}

/** Rows that each chunk ends; what it leaves unfinished waits for the next. */
function rowDecoder(): (chunk: Buffer) => CopiedRow[] {
  const utf8 = new StringDecoder('utf8')
  let rest = ''
  return (chunk) => {
    const text = rest + utf8.write(chunk)
    const last = text.lastIndexOf('\n')
    rest = text.slice(last + 1)
    return last < 0 ? [] : text.slice(0, last).split('\n').map(decodeLine)
  }
}

function decodeLine(line: string): (string | null)[] {
  const cells: (string | null)[] = line.split('\t')
  if (line.includes('\\')) {
    for (let i = 0; i < cells.length; i++) cells[i] = decodeCell(cells[i]!)
  }
  return cells
}

const UNESCAPED: Record<string, string> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f', v: '\v' }

function decodeCell(cell: string): string | null {
  if (cell === '\\N') return null
  if (!cell.includes('\\')) return cell
  return cell.replace(/\\(.)/g, (_, letter: string) => UNESCAPED[letter] ?? letter)
}

/** A value in COPY's text format; null is NULL. */
export function copyText(value: string | number | boolean | null): string {
  if (value === null) return '\\N'
  if (typeof value !== 'string') return String(value)
  return /[\\\t\n\r]/.test(value) ? escapeCell(value) : value
}

function escapeCell(value: string): string {
  return value
    .replaceAll('\\', '\\\\')
    .replaceAll('\t', '\\t')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
}
