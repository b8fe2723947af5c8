/** The text of a file in the encoding it announces, without byte order mark; null when no encoding fits. */
export function decodeBankFile(bytes: Uint8Array): string | null {
  const start = Buffer.from(bytes.subarray(0, 200)).toString('latin1')
  const announced = /^[\s\xef\xbb\xbf]*<\?xml[^>]{0,100}?encoding=["']([\w-]{1,20})["']/.exec(
    start
  )?.[1]
  if (announced !== undefined) return decode(announced, bytes)
  // A text file without announcement: ISO 8859-1 accents are hardly ever valid UTF-8, so that the order decides.
  return decode('utf-8', bytes) ?? decode('iso-8859-1', bytes)
}

function decode(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
