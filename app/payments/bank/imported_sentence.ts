import type { ImportedAnswer } from '#app/payments/bank/import_bank_answer'
import { formatNumber, plural } from '#app/shared/french_format'

/** What an import did, in a sentence. */
export function importedSentence({
  alreadyImported,
  moved,
  checks,
  known,
  open,
}: ImportedAnswer): string {
  if (alreadyImported) return 'Ce fichier est déjà importé\u00a0: rien n’a changé.'
  const done = [
    moved.accepted > 0 && plural(moved.accepted, 'virement accepté', 'virements acceptés'),
    moved.executed > 0 && plural(moved.executed, 'virement exécuté', 'virements exécutés'),
    moved.rejected > 0 && plural(moved.rejected, 'virement rejeté', 'virements rejetés'),
    moved.returned > 0 && plural(moved.returned, 'virement retourné', 'virements retournés'),
    checks > 0 && plural(checks, 'bénéficiaire vérifié', 'bénéficiaires vérifiés'),
    known > 0 && plural(known, 'ligne déjà connue', 'lignes déjà connues'),
    open > 0 && `${formatNumber(open)} suspens à rapprocher`,
  ].filter((one) => one !== false)
  return `Réponse importée\u00a0: ${done.length === 0 ? 'elle ne change rien' : done.join(', ')}.`
}
