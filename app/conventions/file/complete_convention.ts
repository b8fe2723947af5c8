import type User from '#app/accounts/user'
import { conventionAsFile } from '#app/conventions/file/convention_as_file'
import type { ConventionFile } from '#app/conventions/file/convention_file'
import { importConvention, type ImportedConvention } from '#app/conventions/file/import_convention'
import { isRefused, refuse, type Refused } from '#app/shared/result'
import { transaction } from '#app/shared/transaction'

/**
 * Adds to a convention what a person typed, by the same way as its file: `change` gives the file that states it. What
 * was recorded meanwhile and contradicts it is refused by the import, which looks again.
 */
export async function completeConvention(
  actor: Pick<User, 'id'>,
  conventionId: number,
  change: (file: ConventionFile) => ConventionFile | Refused
): Promise<ImportedConvention | Refused> {
  const recorded = await transaction<{ file: ConventionFile }>(async (trx) => {
    const file = await conventionAsFile(trx, conventionId)
    return file ? { file } : refuse('CONVENTION_INCONNUE', 'Cette convention n’existe pas.')
  })
  if (isRefused(recorded)) return recorded
  const changed = change(recorded.file)
  if (isRefused(changed)) return changed
  const imported = await importConvention(actor, changed)
  if (isRefused(imported) || Object.keys(imported.added).length > 0) return imported
  return refuse('RIEN_DE_NOUVEAU', 'C’est déjà enregistré.', 'Il n’y a rien à ajouter.')
}
