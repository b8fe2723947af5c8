import { listed, type Letter } from '#app/shared/mail/letter'
import { formatDay, formatNumber, plural } from '#app/shared/french_format'
import type { Day } from '#app/shared/day'

export interface NewSaisine {
  reference: string
  openedOn: Day
}

/** Saisines were entrusted to the association. */
export function newSaisinesLetter(
  saisines: readonly NewSaisine[],
  total = saisines.length
): Letter {
  const one = total === 1
  const rest = total - saisines.length
  return {
    subject: one ? 'Une nouvelle saisine' : `${formatNumber(total)} nouvelles saisines`,
    blocks: [
      one
        ? 'Une saisine est confiée à votre association.'
        : `${formatNumber(total)} saisines sont confiées à votre association.`,
      {
        title: one ? 'Référence' : 'Références',
        items: [
          ...listed(
            saisines.map(
              ({ reference, openedOn }) => `${reference}, saisine du ${formatDay(openedOn)}`
            )
          ),
          ...(rest > 0 ? [`et ${plural(rest, 'autre')}, sur la page`] : []),
        ],
      },
      'Quand l’accompagnement est fait, ou n’a pas pu l’être, envoyez la fiche retour.',
    ],
    link: { label: 'Voir les fiches à rendre', path: '/mes-fiches' },
    foot: 'choice',
  }
}
