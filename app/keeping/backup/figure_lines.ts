import type { Manifest } from '#app/keeping/backup/manifest'
import { formatAmount, formatNumber, plural } from '#app/shared/french_format'
import { formatInstant } from '#app/shared/format_instant'
import { textTable } from '#app/shared/text_table'

/** What a backup holds, for a terminal. */
export function figureLines({ madeAt, figures, tables, documents }: Manifest): string[] {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0)
  return [
    ...textTable([
      ['Faite le', formatInstant(new Date(madeAt))],
      ['Lignes de la base', formatNumber(rows)],
      ['Documents', formatNumber(documents.length)],
      ['Saisines', formatNumber(figures.saisines)],
      ['Fiches retour', formatNumber(figures.forms)],
      ['Lignes de règlement', formatNumber(figures.lines), formatAmount(figures.linesCents)],
      ['Relevés', formatNumber(figures.statements), formatAmount(figures.statementsCents)],
      ['Virements', formatNumber(figures.transfers), formatAmount(figures.transfersCents)],
      ['Écritures', formatNumber(figures.entries), formatAmount(figures.debitCents)],
    ]),
    `Tête de la chaîne\u00a0: écriture ${figures.chainHead.id}, ${figures.chainHead.hash}`,
  ]
}

/** What the books already lacked when the backup was made; nothing when they were whole. */
export function breachLines({ breaches }: Manifest): string[] {
  const codes = Object.entries(breaches)
  if (codes.length === 0) return []
  const list = codes.map(([code, count]) => `${code} (${plural(count, 'écart')})`).join(', ')
  return [
    `Les comptes n’étaient pas entiers au moment de la sauvegarde\u00a0: ${list}. Voyez ./ace ledger:check.`,
  ]
}
