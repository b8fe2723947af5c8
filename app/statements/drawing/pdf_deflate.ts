import { zlibSync } from 'fflate'

/**
 * What every statement shares (fonts, colour profile) is deflated once per process. Keyed by
 * identity: an entry lives exactly as long as the bytes it belongs to.
 */
const deflated = new WeakMap<Uint8Array, Uint8Array>()

/**
 * Deflates one PDF stream. Node's own zlib gives other bytes on other processors and versions,
 * and a statement rendered again must have the hash it was archived with: hence the JavaScript one.
 */
export function deflateStream(bytes: Uint8Array): Uint8Array {
  const known = deflated.get(bytes)
  if (known) return known
  const fresh = zlibSync(bytes, { level: 2 })
  deflated.set(bytes, fresh)
  return fresh
}
