import { zlibSync } from 'fflate'

interface StreamReference {
  buffer: Uint8Array[]
  data: { Type?: string; Filter?: string }
}

/**
 * What every statement shares (fonts, colour profile) is deflated once per process. Keyed by
 * identity: an entry lives exactly as long as the bytes it belongs to.
 */
const deflated = new WeakMap<Uint8Array, Uint8Array>()

/**
 * Deflates one PDF stream. Node's own zlib gives other bytes on other processors and versions,
 * and a statement rendered again must have the hash it was archived with: hence the JavaScript one.
 */
function deflateStream(bytes: Uint8Array): Uint8Array {
  const known = deflated.get(bytes)
  if (known) return known
  const fresh = zlibSync(bytes, { level: 2 })
  deflated.set(bytes, fresh)
  return fresh
}

/** PDF/A wants its metadata readable without inflating; every other stream is deflated. */
export function finalizeDeflated(this: PDFKit.PDFKitReference): void {
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
