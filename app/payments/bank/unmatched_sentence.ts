import type { UnmatchedItem } from '#app/payments/bank/unmatch_item'
import { plural } from '#app/shared/french_format'

/** What an undoing did, in a sentence. */
export function unmatchedSentence({ transfers, state }: UnmatchedItem): string {
  const was = state === 'executed' ? 'exécuté' : 'retourné'
  const count = plural(transfers, `virement n’est plus ${was}`, `virements ne sont plus ${was}s`)
  return `Rapprochement défait\u00a0: ${count}, l’écriture est contre-passée, et la ligne attend de nouveau.`
}
