import type { StatementLine } from '#app/statements/content/statement_data'
import { formatAmount, formatNumber } from '#app/shared/french_format'

/** What the reader of a line may wonder at: a cap, a package counted twice, a ceiling. Null when nothing. */
export function lineNote(
  line: Pick<StatementLine, 'unit' | 'quantityAsked' | 'quantityRetained' | 'reduction'> & {
    cap: number | null
  }
): string | null {
  const notes: string[] = []
  if (line.quantityRetained < line.quantityAsked) {
    notes.push(
      line.unit === 'per_saisine'
        ? 'forfait payé une fois'
        : `plafond de ${formatNumber(line.cap!)} appliqué`
    )
  }
  if (line.reduction > 0) {
    notes.push(`plafond par saisine : ${formatAmount(line.reduction)} retirés`)
  }
  return notes.length > 0 ? notes.join(', ') : null
}
