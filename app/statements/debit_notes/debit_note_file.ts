import { archiveDebitNote } from '#app/statements/debit_notes/archive_debit_note'
import { archivedFile, fileDestroyed } from '#app/shared/archived_file'
import { refuse, type Refused } from '#app/shared/result'
import { row } from '#app/shared/rows'

/** The archived document of a debit note, named by its own number or its statement's. */
export async function debitNoteFile(
  named: string
): Promise<{ number: string; bytes: Uint8Array } | Refused> {
  const note = await row<{ number: string }>(
    `SELECT number FROM debit_notes
     WHERE number = ? OR statement_id = (SELECT id FROM statements WHERE number = ?)`,
    [named, named]
  )
  if (!note) {
    return refuse(
      'NOTE_INCONNUE',
      `Il n’y a pas de note de débit ${named}.`,
      'Le solde négatif d’un relevé se réclame d’abord.'
    )
  }
  const { key, sha256 } = (await documentOf(note.number)) ?? (await drawnNow(note.number))
  const file = await archivedFile(key, sha256)
  if (file.state === 'destroyed') return fileDestroyed()
  if (file.state === 'intact') return { ...note, bytes: file.bytes }
  return refuse(
    'DOCUMENT_ALTERE',
    `Le fichier archivé ${key} n’est plus celui qui a été émis.`,
    'Restaurez-le depuis une sauvegarde.'
  )
}

interface ArchivedNote {
  key: string
  sha256: Buffer
}

/** A claim that was interrupted before its drawing left the record alone. */
async function drawnNow(number: string): Promise<ArchivedNote> {
  await archiveDebitNote(number)
  return (await documentOf(number))!
}

function documentOf(number: string): Promise<ArchivedNote | null> {
  return row<ArchivedNote>(
    `SELECT file_key AS key, sha256 FROM documents JOIN debit_notes USING (statement_id)
     WHERE kind = 'debit_note_pdf' AND number = ?`,
    [number]
  )
}
