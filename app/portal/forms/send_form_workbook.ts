import { checkFile } from '#app/intake/check_file'
import { rejected, type ImportRejected } from '#app/intake/import_rejected'
import { openOwnFormsSink } from '#app/portal/forms/own_forms_sink'
import { serviceCodes, workbookColumns } from '#app/portal/forms/form_workbook'
import { isRefused, refuse, type Refused } from '#app/shared/result'
import { shareLock, transaction } from '#app/shared/transaction'

export interface SentWorkbook {
  created: number
  unchanged: number
}

/** An association sends the workbook it filled: the whole of it, or nothing and what is wrong line by line. */
export async function sendFormWorkbook(
  actor: { id: number; associationId: number | null },
  path: string,
  attested: boolean,
  at = new Date()
): Promise<SentWorkbook | Refused | ImportRejected> {
  if (!attested) {
    return refuse(
      'ATTESTATION_ABSENTE',
      'Les fiches ne sont pas attestées.',
      'Cochez la case avant d’envoyer le classeur.',
      'attestation'
    )
  }
  const columns = await workbookColumns()
  const services = serviceCodes(columns)
  return transaction<SentWorkbook>(async (trx) => {
    await shareLock(trx, 'import fiches')
    const kind = {
      kind: 'fiches' as const,
      columns: () => Promise.resolve(columns),
      open: () =>
        openOwnFormsSink(trx, actor.associationId ?? 0, services, { actorId: actor.id, at }),
    }
    const checked = await checkFile(trx, kind, path, { actorId: actor.id, at })
    if (isRefused(checked)) return checked
    if (checked.problems.length > 0) return rejected(checked.problems)
    const counts = await checked.sink.apply(0)
    if (counts.created + counts.unchanged > 0) return counts
    return refuse(
      'CLASSEUR_VIDE',
      'Aucune ligne du classeur n’est remplie.',
      'Remplissez au moins l’issue des saisines dont vous envoyez la fiche.',
      'classeur'
    )
  })
}
