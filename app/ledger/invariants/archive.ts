import { sqlInvariant, verdict, type Invariant } from '#app/ledger/invariants/invariant'
import { archivedFile } from '#app/shared/archived_file'
import { rows } from '#app/shared/rows'
import type { Trx } from '#app/shared/transaction'

interface ArchivedDocument {
  file_key: string
  sha256: Buffer
  size_bytes: number
}

const ARCHIVED_BYTES: Invariant = {
  code: 'EMPREINTES',
  label: 'Chaque document archivé est là, avec son empreinte, ou détruit après ses dix ans',
  async examine(trx) {
    const documents = await rows<ArchivedDocument>(
      'SELECT file_key, sha256, size_bytes FROM documents ORDER BY id',
      [],
      trx
    )
    const faults: string[] = []
    for (const document of documents) {
      const fault = await faultOf(document, trx)
      if (fault) faults.push(`${document.file_key}\u00a0: ${fault}`)
    }
    return verdict(documents.length, faults)
  },
}

async function faultOf({ file_key: key, sha256, size_bytes: size }: ArchivedDocument, trx: Trx) {
  const { state, bytes } = await archivedFile(key, sha256, trx)
  if (state === 'destroyed') return null
  if (state === 'absent') return 'fichier absent de l’archive'
  if (bytes.length !== size) return `${bytes.length} octets au lieu de ${size}`
  return state === 'intact' ? null : 'l’empreinte du fichier n’est pas celle enregistrée'
}

export const ARCHIVE = [
  sqlInvariant(
    'DOCUMENTS',
    'Chaque relevé d’une campagne émise a son PDF et son classeur, chaque note de débit son PDF',
    {
      counted: `SELECT count(*) + (SELECT count(*) FROM debit_notes) FROM statements JOIN runs ON runs.id = run_id
      WHERE state IN ('issued', 'paid', 'closed')`,
      offending: `
      SELECT format('relevé %s', number) AS subject, format('document absent (%s)', expected.kind) AS fault
      FROM statements JOIN runs ON runs.id = run_id
      CROSS JOIN (VALUES ('statement_pdf'), ('statement_xlsx')) AS expected (kind)
      LEFT JOIN documents ON documents.statement_id = statements.id AND documents.kind = expected.kind
      WHERE runs.state IN ('issued', 'paid', 'closed') AND documents.id IS NULL
      UNION ALL
      SELECT format('note de débit %s', number), 'document absent (debit_note_pdf)'
      FROM debit_notes n WHERE NOT EXISTS (
        SELECT 1 FROM documents d WHERE d.statement_id = n.statement_id AND kind = 'debit_note_pdf')`,
    }
  ),
  ARCHIVED_BYTES,
]
