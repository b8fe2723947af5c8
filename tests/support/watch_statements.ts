import pg from 'pg'
import type { Die, Next } from '#tests/support/watch_writes'

const WRITING =
  /\b(INSERT INTO|UPDATE\s+\S+\s+SET|DELETE FROM|COPY\s.+\sFROM STDIN)\b|^\s*COMMIT\b/i

/** What a server says whose disk is full (SQLSTATE 53100); the transaction is aborted. */
const DISK_FULL = `DO $$ BEGIN RAISE EXCEPTION 'no space left on device' USING ERRCODE = '53100'; END $$`

type Answer = (...answer: unknown[]) => void

/** A COPY in progress, as pg-copy-streams submits it. */
interface Copy {
  text: string
  emit(event: 'error', error: Error): boolean
  _final(done: Answer): void
  handleReadyForQuery(): void
}

interface Client {
  query(...args: unknown[]): unknown
  once(event: 'end', listen: () => void): unknown
  connection: { stream: { destroy(): void } }
}

/** Knex gives a callback to every query: the answer is stopped on its way there. */
export function watchStatements(next: Next, die: Die): void {
  const prototype = pg.Client.prototype as unknown as Client
  const query = prototype.query
  prototype.query = function (this: Client, ...args: unknown[]) {
    const [config] = args as [string | { text?: string }]
    const text = (typeof config === 'string' ? config : config.text) ?? ''
    const answer = args.at(-1)
    const copies = typeof config === 'object' && '_final' in config
    if (!WRITING.test(text) || !(copies || typeof answer === 'function'))
      return query.apply(this, args)
    const moment = next(text.replaceAll(/\s+/g, ' ').trim().slice(0, 80))
    if (moment === 'before') die()
    if (moment && copies) spoilCopy(config as unknown as Copy, moment, this, die)
    else if (moment === 'after') args.splice(-1, 1, die satisfies Answer)
    else if (moment === 'full') args.splice(0, args.length, failing(text), answer)
    else if (moment === 'cut') args.splice(-1, 1, cut(this, answer as Answer))
    const sent = query.apply(this, args)
    if (moment === 'during' && !copies) setImmediate(die)
    return sent
  }
}

/** A COMMIT that fails has ended its transaction. */
function failing(text: string): string {
  return /^\s*COMMIT/i.test(text) ? `ROLLBACK; ${DISK_FULL}` : DISK_FULL
}

/** The caller hears of it once the pool knows that the connection is dead. */
function cut(client: Client, fail: (error: Error) => unknown): () => void {
  return () => {
    client.once('end', () => fail(new Error('Connection terminated unexpectedly')))
    client.connection.stream.destroy()
  }
}

/** A COPY dies when all its rows are sent and none is acknowledged, or once they are. */
function spoilCopy(copy: Copy, moment: string, client: Client, die: Die): void {
  if (moment === 'full') copy.text = DISK_FULL
  if (moment === 'during') copy._final = die
  if (moment === 'after') copy.handleReadyForQuery = die
  if (moment === 'cut') copy.handleReadyForQuery = cut(client, (error) => copy.emit('error', error))
}
