import type { ImportKind, ImportProblem } from '#app/intake/import_kind'
import { copyInto, copyText } from '#app/shared/copy'
import { recordEvent } from '#app/shared/record_event'
import type { Trx } from '#app/shared/transaction'

/** Writes the trace of an import about to be applied, with the rows it leaves out. Gives its number. */
export async function insertImport(
  trx: Trx,
  draft: {
    kind: ImportKind['kind']
    fileName: string
    sha256: Buffer
    sheet: string
    actorId: number
    problems: readonly ImportProblem[]
  }
): Promise<number> {
  const [created] = await trx
    .table('imports')
    .insert({
      kind: draft.kind,
      file_name: draft.fileName,
      file_sha256: draft.sha256,
      sheet: draft.sheet,
      actor_id: draft.actorId,
      refused_count: new Set(draft.problems.map(({ rowNumber }) => rowNumber)).size,
    })
    .returning('id')
  const importId = created.id as number
  if (draft.problems.length > 0) {
    const writer = await copyInto(trx, 'import_problems')
    for (const { rowNumber, column, value, message, remedy } of draft.problems) {
      const cells = [importId, rowNumber, column, value, message, remedy]
      await writer.write(cells.map(copyText).join('\t'))
    }
    await writer.end()
  }
  await recordEvent(trx, draft.actorId, {
    verb: 'import.applied',
    subject: ['import', importId],
    after: { kind: draft.kind, file: draft.fileName },
  })
  return importId
}
