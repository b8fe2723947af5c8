import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { stringify } from 'csv-stringify/sync'
import type { SheetRow } from '#app/intake/sheet'

const LINE_END = '\r\n'
const PIECE = 64 * 1024

/** Writes a CSV for French Excel, each row starting on its own line of the file. */
export async function writeCsvRows(rows: AsyncIterable<SheetRow>, out: string): Promise<void> {
  await pipeline(Readable.from(csvText(rows)), createWriteStream(out))
}

async function* csvText(rows: AsyncIterable<SheetRow>): AsyncGenerator<string> {
  let text = '\ufeff'
  let line = 1
  for await (const { rowNumber, cells } of rows) {
    text += LINE_END.repeat(Math.max(0, rowNumber - line))
    text += stringify([cells], {
      delimiter: ';',
      record_delimiter: 'windows',
      escape_formulas: true,
      // A lone LF is not quoted otherwise, and what follows it would start a row of its own.
      quoted_match: /[\r\n]/,
    })
    line = Math.max(line, rowNumber) + 1
    for (const cell of cells) line += cell.split('\n').length - 1
    if (text.length < PIECE) continue
    yield text
    text = ''
  }
  yield text
}
