import type { Letter } from '#app/shared/mail/letter'

export interface PublishedLetter {
  id: number
  /** Whether it is a technical sheet rather than a letter. */
  isSheet: boolean
  title: string
}

/** The federation has published something to read. */
export function publishedLetter({ id, isSheet, title }: PublishedLetter): Letter {
  return {
    subject: `${isSheet ? 'Fiche technique' : 'Lettre aux associations'}\u00a0: ${title}`,
    blocks: [
      isSheet
        ? `La fédération publie une fiche technique\u00a0: «\u00a0${title}\u00a0».`
        : `La fédération publie une lettre aux associations\u00a0: «\u00a0${title}\u00a0».`,
    ],
    link: { label: 'La lire', path: `/lettres/${id}` },
    foot: 'choice',
  }
}
