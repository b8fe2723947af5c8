import { listed, type Letter } from '#app/shared/mail/letter'
import { formatDay, formatNumber } from '#app/shared/french_format'
import type { Day } from '#app/shared/day'

/** Forms will soon be late. */
export function formsDueLetter(references: readonly string[], expectedBy: Day): Letter {
  const one = references.length === 1
  return {
    subject: one
      ? `Une fiche retour à rendre avant le ${formatDay(expectedBy)}`
      : `${formatNumber(references.length)} fiches retour à rendre avant le ${formatDay(expectedBy)}`,
    blocks: [
      `${one ? 'Cette fiche retour est attendue' : 'Ces fiches retour sont attendues'} le ${formatDay(expectedBy)} au plus tard. Après ce jour, le paiement n’est plus sûr.`,
      { title: one ? 'Référence' : 'Références', items: listed(references) },
      'Une fiche se rend aussi quand la personne n’a pas donné suite\u00a0: son issue le dit.',
    ],
    link: { label: 'Rendre les fiches', path: '/mes-fiches' },
    foot: 'choice',
  }
}
