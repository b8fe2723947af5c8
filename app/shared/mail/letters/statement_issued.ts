import type { Letter } from '#app/shared/mail/letter'
import { formatDay } from '#app/shared/french_format'
import type { Day } from '#app/shared/day'

export interface IssuedStatement {
  id: number
  number: string
  conventionTitle: string
  issuedOn: Day
}

/** A statement is there to be read. */
export function statementLetter({
  id,
  number,
  conventionTitle,
  issuedOn,
}: IssuedStatement): Letter {
  return {
    subject: `Relevé ${number}`,
    blocks: [
      `Le relevé ${number} (${conventionTitle}) est émis le ${formatDay(issuedOn)}.`,
      'Il détaille ce qui vous est versé, et les fiches non retenues avec ce que vous pouvez faire.',
    ],
    link: { label: 'Lire le relevé', path: `/mes-paiements/${id}` },
    foot: 'choice',
  }
}
