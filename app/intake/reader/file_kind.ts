import { refuse } from './refuse.ts'

const startsWith = (head: Buffer, text: string) => head.toString('latin1', 0, text.length) === text

const BINARIES: [magic: string, what: string][] = [
  ['%PDF', 'un PDF'],
  ['\x89PNG', 'une image'],
  ['\xff\xd8\xff', 'une image'],
  ['GIF8', 'une image'],
  ['Rar!', 'une archive RAR'],
  ['7z\xbc\xaf', 'une archive 7-Zip'],
  ['\x1f\x8b', 'une archive compressée'],
  ['{\\rtf', 'un document RTF'],
  ['\x7fELF', 'un programme'],
  ['MZ', 'un programme'],
]

// The first mark that shows wins: an encrypted .xlsx is an OLE file too, without a "Workbook".
const OLE_STREAMS: [name: string, code: 'encrypted' | 'old_excel'][] = [
  ['EncryptedPackage', 'encrypted'],
  ['Workbook', 'old_excel'],
  ['Book', 'old_excel'],
]

/**
 * Tells a workbook from a text by their first bytes, whatever the name says; anything else is
 * refused by what it is.
 */
export function fileKind(head: Buffer, whole: () => Buffer): 'xlsx' | 'csv' {
  if (head.length === 0) refuse('empty')
  if (startsWith(head, 'PK\x03\x04')) return 'xlsx'
  if (startsWith(head, 'PK')) refuse('damaged')
  if (startsWith(head, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) refuseOle(whole())
  for (const [magic, what] of BINARIES) {
    if (startsWith(head, magic) && (magic !== 'MZ' || head.includes(0))) refuse('not_a_sheet', what)
  }
  refuseMarkup(head.toString('latin1', 0, 1024).replace(/^ï»¿/, '').trimStart().toLowerCase())
  return 'csv'
}

function refuseOle(file: Buffer): never {
  for (const [name, code] of OLE_STREAMS) {
    if (file.includes(Buffer.from(name, 'utf16le'))) refuse(code)
  }
  refuse('not_a_sheet', 'un ancien document Office')
}

function refuseMarkup(start: string): void {
  if (start.startsWith('<?xml') && start.includes('urn:schemas-microsoft-com:office:spreadsheet')) {
    refuse('other_sheet', 'un tableau au format XML 2003')
  }
  if (/^<(!doctype html|html|table|head|meta)\b/.test(start)) {
    refuse('not_a_sheet', 'une page web enregistrée sous un autre nom')
  }
  if (start.startsWith('<?xml') || start.startsWith('<!doctype')) {
    refuse('not_a_sheet', 'un document XML')
  }
}
