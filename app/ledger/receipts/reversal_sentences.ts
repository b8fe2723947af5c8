import type { ReceiptShown } from '#app/ledger/receipts/receipt_page'
import { formatAmount } from '#app/shared/french_format'

/** What taking an instalment back does, for a person to read before confirming it. */
export function reversalSentences({
  code,
  amountCents,
  receivedCents,
  entryId,
  itemId,
}: Pick<ReceiptShown, 'code' | 'amountCents' | 'receivedCents' | 'entryId' | 'itemId'>): string[] {
  return [
    entryId === null
      ? 'Il n’est pas comptabilisé\u00a0: aucune écriture ne passe.'
      : `Une écriture inverse de l’écriture ${entryId} passe aujourd’hui, ou le premier jour ouvert\u00a0: ${formatAmount(amountCents)}.`,
    itemId === null
      ? 'Aucune ligne de banque n’en était rapprochée.'
      : `Sa ligne de banque attend de nouveau une personne, au suspens n°\u00a0${itemId}.`,
    `${code} n’aura plus reçu que ${formatAmount(receivedCents - amountCents)}, au lieu de ${formatAmount(receivedCents)}\u00a0: les campagnes le comptent aussitôt.`,
    'Le versement reste inscrit, avec le motif\u00a0; sa référence redevient libre.',
  ]
}
