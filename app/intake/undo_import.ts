import type { ImportKind } from '#app/intake/import_kind'
import { recordEvent } from '#app/shared/record_event'
import { refuse, type Refused } from '#app/shared/result'
import { row } from '#app/shared/rows'
import { lock, transaction } from '#app/shared/transaction'

interface AppliedImport {
  id: number
  kind: ImportKind['kind']
  fileName: string
  undoneAt: Date | null
}

/** Takes back what an import brought, as long as nothing of it is used; the trace of it stays. */
export async function undoImport(
  importId: number,
  actorId: number,
  kindOf: (kind: ImportKind['kind']) => Promise<ImportKind>
): Promise<AppliedImport | Refused> {
  return transaction<AppliedImport>(async (trx) => {
    const found = await row<AppliedImport>(
      `SELECT id, kind, file_name AS "fileName", undone_at AS "undoneAt" FROM imports WHERE id = ? FOR UPDATE`,
      [importId],
      trx
    )
    if (!found) return refuse('IMPORT_INCONNU', `Il n’y a pas d’import n° ${importId}.`)
    if (found.undoneAt)
      return refuse('IMPORT_DEJA_ANNULE', `L’import n° ${importId} est déjà annulé.`)
    await lock(trx, `import ${found.kind}`)
    const kind = await kindOf(found.kind)
    const used = await kind.usedBy(trx, importId)
    if (used) {
      return refuse(
        'IMPORT_UTILISE',
        used,
        'Abandonnez d’abord la campagne qui l’utilise, ou corrigez les lignes une à une.'
      )
    }
    await kind.undo(trx, importId)
    await trx
      .from('imports')
      .where('id', importId)
      .update({ undone_at: new Date(), undone_by: actorId })
    await recordEvent(trx, actorId, { verb: 'import.undone', subject: ['import', importId] })
    return found
  })
}
