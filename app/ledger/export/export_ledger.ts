import { createReadStream } from 'node:fs'
import { open, rename, rm, type FileHandle } from 'node:fs/promises'
import { checkExport } from '#app/ledger/export/check_export'
import type { Separator } from '#app/ledger/export/export_columns'
import { exportEntries, exportHeader, type Unwritable } from '#app/ledger/export/export_entries'
import { readJournal, type JournalEntry, type JournalSpan } from '#app/ledger/read_journal'
import { refuse, type Refused } from '#app/shared/result'
import type { Trx } from '#app/shared/transaction'

export interface Exported {
  file: string
  entries: number
  lines: number
}

const BATCH = 500

/**
 * Writes the entries of a span of days as an entry file to import in the accounting package. The file
 * takes its name once it is whole, on the disk, and has passed our own check; until then, nothing does.
 */
export async function exportLedger(
  trx: Trx,
  target: { file: string; separator: Separator; span: JournalSpan }
): Promise<Exported | Refused> {
  const draft = `${target.file}.${process.pid}.part`
  const handle = await openDraft(draft)
  if (!handle) {
    return refuse(
      'DOSSIER_FERME',
      `Impossible d’écrire «\u00a0${target.file}\u00a0».`,
      'Indiquez un dossier qui existe, et où vous pouvez écrire.'
    )
  }
  try {
    const unwritable = await writeEntries(handle, trx, target)
    if (unwritable) return refuseCharacter(unwritable)
    const { lines, entries, problems } = await checkExport(createReadStream(draft), {
      whole: !target.span.from && !target.span.until,
    })
    if (lines === 0) {
      return refuse(
        'AUCUNE_ECRITURE',
        'Aucune écriture ne porte ces jours.',
        'Élargissez la période.'
      )
    }
    if (problems.length > 0) return refuseFile(problems)
    await rename(draft, target.file)
    return { file: target.file, entries, lines }
  } finally {
    await rm(draft, { force: true })
  }
}

async function openDraft(path: string): Promise<FileHandle | null> {
  try {
    return await open(path, 'w')
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? ''
    if (['ENOENT', 'ENOTDIR', 'EACCES', 'EROFS', 'EPERM'].includes(code)) return null
    throw error
  }
}

async function writeEntries(
  handle: FileHandle,
  trx: Trx,
  { separator, span }: { separator: Separator; span: JournalSpan }
): Promise<Unwritable | null> {
  try {
    await handle.write(exportHeader(separator))
    // The journal is read to its end even after a refusal: a COPY left half-way blocks its connection.
    let unwritable: Unwritable | null = null
    for await (const entries of batches(readJournal(trx, span))) {
      if (unwritable) continue
      const bytes = exportEntries(entries, separator)
      if ('character' in bytes) unwritable = bytes
      else await handle.write(bytes)
    }
    await handle.sync()
    return unwritable
  } finally {
    await handle.close()
  }
}

/** The entries, some hundreds at a time. */
export async function* batches(
  journal: AsyncIterable<JournalEntry>
): AsyncGenerator<JournalEntry[]> {
  let batch: JournalEntry[] = []
  for await (const entry of journal) {
    batch.push(entry)
    if (batch.length < BATCH) continue
    yield batch
    batch = []
  }
  yield batch
}

/** No file holds that character. */
export function refuseCharacter({ entry, character }: Unwritable): Refused {
  const point = character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')
  return refuse(
    'CARACTERE_IMPOSSIBLE',
    `L’écriture ${entry} contient «\u00a0${character}\u00a0» (U+${point}), que ce format ne peut pas écrire.`,
    'Changez de séparateur s’il s’agit de lui\u00a0; sinon, exportez les jours voisins et saisissez cette écriture à la main.'
  )
}

function refuseFile(problems: { code: string; line: number; message: string }[]): Refused {
  return {
    refused: problems.map(({ code, line, message }) => ({
      code,
      message: `Ligne ${line}\u00a0: ${message}`,
    })),
  }
}
