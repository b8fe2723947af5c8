import { rows } from '#app/shared/rows'
import type { Trx } from '#app/shared/transaction'

/**
 * Removes the associations and the account proposals that an import brought, in the caller's transaction.
 * The database refuses (23503, 23001) once something rests on them. Descriptions that the import corrected stay.
 */
export async function undoAssociations(trx: Trx, importId: number): Promise<void> {
  await rows('DELETE FROM bank_accounts WHERE import_id = ?', [importId], trx)
  await rows('DELETE FROM associations WHERE import_id = ?', [importId], trx)
}

/** Why these associations can no longer be removed, in French; null when nothing rests on them. */
export async function whyAssociationsStay(trx: Trx, importId: number): Promise<string | null> {
  // The database knows every table that refers to them: it is asked, and the answer rolled back.
  const attempt = await trx.transaction()
  try {
    await undoAssociations(attempt, importId)
    return null
  } catch (error) {
    if (!['23503', '23001'].includes((error as { code?: string }).code ?? '')) throw error
    return 'Des saisines, des comptes approuvés ou des utilisateurs dépendent déjà de ces associations.'
  } finally {
    await attempt.rollback()
  }
}
