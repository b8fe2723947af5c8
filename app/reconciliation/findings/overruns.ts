import type { Due } from '#app/reconciliation/tariff'
import type { Cents } from '#app/shared/cents'
import { formatAmount } from '#app/shared/french_format'

/** What a form asks above the caps of the barème and the ceiling of the convention, in French. */
export function overruns(dues: readonly Due[], ceiling: Cents | null): string[] {
  const sentences: string[] = []
  let total = 0
  for (const { fee, quantityAsked, quantityRetained } of dues) {
    total += fee.amount * quantityRetained
    if (quantityAsked === quantityRetained) continue
    const rule = fee.unit === 'per_saisine' ? 'forfait' : 'plafond'
    sentences.push(
      `${fee.label}\u00a0: quantité demandée ${quantityAsked}, payée ${quantityRetained} (${rule} par saisine).`
    )
  }
  if (ceiling !== null && total > ceiling) {
    sentences.push(
      `Total dû de ${formatAmount(total)}, ramené au plafond de ${formatAmount(ceiling)} par saisine.`
    )
  }
  return sentences
}
