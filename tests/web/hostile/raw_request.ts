import { connect } from 'node:net'
import { baseUrl } from '#tests/support/web'

export interface RawAnswer {
  /** 0 when the connection ended without an answer. */
  status: number
  head: string
  body: string
}

/** More than any answer takes on a busy machine. */
const PATIENCE_MS = 30_000

/** Sends these very bytes, which no proper client would write, and reads until the server hangs up. */
export function rawRequest(
  lines: readonly string[],
  body: string | Uint8Array = '',
  { hangUp = false } = {}
): Promise<RawAnswer> {
  const { hostname, port } = new URL(baseUrl())
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname)
    const heard: Buffer[] = []
    const finish = () => resolve(read(Buffer.concat(heard).toString()))
    socket.setTimeout(PATIENCE_MS, () => {
      reject(new Error(`No answer to ${lines[0]}`))
      socket.destroy()
    })
    socket.on('data', (bytes) => heard.push(bytes))
    // A refusal may come before the last byte is sent.
    socket.on('error', finish)
    socket.on('close', finish)
    socket.write(`${[...lines, 'Connection: close'].join('\r\n')}\r\n\r\n`, 'latin1')
    socket.write(body)
    if (hangUp) socket.end()
  })
}

function read(text: string): RawAnswer {
  const end = text.indexOf('\r\n\r\n')
  const head = end < 0 ? text : text.slice(0, end)
  return {
    status: Number(/^HTTP\/1\.1 (\d+)/.exec(head)?.[1] ?? 0),
    head,
    body: text.slice(head.length + 4),
  }
}

export function hostLine(): string {
  return `Host: ${new URL(baseUrl()).host}`
}
