import { listed, type Letter } from '#app/shared/mail/letter'
import { formatDay, formatNumber } from '#app/shared/french_format'
import type { Day } from '#app/shared/day'

export interface RefusedForm {
  reference: string
  receivedOn: Day
  /** The reason, in two words, and what the association can do. */
  label: string
  remedy: string
}

/** Forms were not retained: why, and what can be done. */
export function formsRefusedLetter(forms: readonly RefusedForm[]): Letter {
  const one = forms.length === 1
  const reasons = Map.groupBy(forms, ({ label, remedy }) => `${label}. ${remedy}`)
  return {
    subject: one
      ? 'Une fiche retour n’est pas retenue'
      : `${formatNumber(forms.length)} fiches retour ne sont pas retenues`,
    blocks: [
      one
        ? 'Une fiche retour ne sera pas payée en l’état. Voici pourquoi, et ce que vous pouvez faire.'
        : 'Ces fiches retour ne seront pas payées en l’état. Voici pourquoi, et ce que vous pouvez faire.',
      ...Array.from(reasons, ([title, same]) => ({
        title,
        items: listed(
          same.map(
            ({ reference, receivedOn }) => `${reference}, fiche reçue le ${formatDay(receivedOn)}`
          )
        ),
      })),
      'Si vous n’êtes pas d’accord, contestez depuis la page de la fiche.',
    ],
    link: { label: 'Voir les fiches', path: '/mes-fiches' },
    foot: 'choice',
  }
}
