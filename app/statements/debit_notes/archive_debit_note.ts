import { open } from '#app/network/bank_accounts/iban_vault'
import { archive } from '#app/statements/archive/archive_documents'
import { recordDebitNoteContent } from '#app/statements/debit_notes/debit_note_content'
import type { DebitNoteContent } from '#app/statements/debit_notes/debit_note_data'
import { renderDebitNotePdf } from '#app/statements/drawing/render_debit_note_pdf'
import { row } from '#app/shared/rows'
import { transaction } from '#app/shared/transaction'

/** Draws a debit note from what was recorded when it was decided, and archives it; done twice, it changes nothing. */
export async function archiveDebitNote(number: string): Promise<void> {
  const note = await row<{ statementId: number; runId: number; runCode: string }>(
    `SELECT s.id AS "statementId", r.id AS "runId", r.code AS "runCode"
     FROM debit_notes n JOIN statements s ON s.id = n.statement_id JOIN runs r ON r.id = s.run_id
     WHERE n.number = ?`,
    [number]
  )
  const { statementId, runId, runCode } = note!
  await archive([
    {
      runId,
      statementId,
      kind: 'debit_note_pdf',
      key: `campagnes/${runCode}/${number}.pdf`,
      bytes: await drawDebitNote(statementId),
    },
  ])
}

/** The document of the debit note on a statement, always the same bytes. */
export async function drawDebitNote(statementId: number): Promise<Buffer> {
  const { account, ...content } = (await recorded(statementId)) ?? (await recordedNow(statementId))
  return renderDebitNotePdf({
    ...content,
    account: { iban: open(account.ibanCiphertext), bic: account.bic },
  })
}

/** Notes decided before documents were drawn have no content yet. */
async function recordedNow(statementId: number): Promise<DebitNoteContent> {
  await transaction(async (trx) => {
    await recordDebitNoteContent(trx, statementId)
    return {}
  })
  return (await recorded(statementId))!
}

async function recorded(statementId: number): Promise<DebitNoteContent | null> {
  const found = await row<{ data: string }>(
    'SELECT data FROM debit_note_contents WHERE statement_id = ?',
    [statementId]
  )
  return found && (JSON.parse(found.data) as DebitNoteContent)
}
