import { breachLines, figureLines } from '#app/keeping/backup/figure_lines'
import type { Restoration } from '#app/keeping/backup/restore_backup'

/** What a restoration found, for a terminal. */
export function restoredLines({ manifest, sameKey, setAside }: Restoration): string[] {
  return [
    ...figureLines(manifest),
    'Totaux et tête de chaîne égaux à ceux de la sauvegarde, ledger:check comme alors.',
    ...(sameKey
      ? []
      : ['Cette installation n’a pas la clé d’origine\u00a0: les IBAN n’y sont pas lisibles.']),
    ...setAside.map((key) => `Un autre document avait ce nom\u00a0: il est dans ${key}`),
    ...breachLines(manifest),
  ]
}
