import { SEPARATORS, type Separator } from '#app/ledger/export/export_columns'
import type { JournalSpan } from '#app/ledger/read_journal'
import { parseFrenchDay } from '#app/shared/french_parse'
import { refuse, type Refused } from '#app/shared/result'

export interface ExportOptions {
  separator: Separator
  span: JournalSpan
}

/** What was typed for the export, understood; or what is wrong with it. */
export function readExportOptions(typed: {
  from?: string
  until?: string
  separator: string
}): ExportOptions | Refused {
  if (typed.separator !== 'tab' && typed.separator !== 'pipe') {
    return refuse(
      'SEPARATEUR_INCONNU',
      `«\u00a0${typed.separator}\u00a0» n’est pas un séparateur.`,
      'Choisissez --separator tab ou --separator pipe.'
    )
  }
  const from = typed.from ? parseFrenchDay(typed.from) : undefined
  const until = typed.until ? parseFrenchDay(typed.until) : undefined
  if (from === null || until === null) {
    return refuse(
      'JOUR_INCONNU',
      `«\u00a0${from === null ? typed.from : typed.until}\u00a0» n’est pas un jour.`,
      'Écrivez 22/11/2026 ou 2026-11-22.'
    )
  }
  if (from && until && from > until) {
    return refuse(
      'JOURS_INVERSES',
      'Le premier jour est après le dernier.',
      'Inversez les deux jours.'
    )
  }
  return { separator: SEPARATORS[typed.separator], span: { from, until } }
}
