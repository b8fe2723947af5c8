import { isUtf8 } from 'node:buffer'
import type { LineProblem } from '#app/ledger/export/check_export_line'

/**
 * What is not ISO 8859-15 in a string of bytes. Almost any bytes could be; those that read as UTF-8, or
 * fall where the standard only has controls, betray a file written otherwise.
 */
export function checkExportEncoding(bytes: string): LineProblem[] {
  if (/[^\p{ASCII}]/u.test(bytes) && isUtf8(Buffer.from(bytes, 'latin1'))) {
    return [{ code: 'ENCODAGE', message: 'La ligne est en UTF-8, pas en ISO 8859-15.' }]
  }
  const control = /\p{Cc}/u.exec(bytes)?.[0]
  if (!control) return []
  const code = control.charCodeAt(0).toString(16).padStart(2, '0')
  return [{ code: 'ENCODAGE', message: `La ligne contient un caractère de commande (0x${code}).` }]
}
