import { addressLine, type Block, type Letter } from '#app/shared/mail/letter'
import { formatDay, formatNumber } from '#app/shared/french_format'
import type { Day } from '#app/shared/day'

/** The messages of a day in one. */
export function digestLetter(day: Day, letters: readonly Letter[]): Letter {
  return {
    subject:
      letters.length === 1
        ? `Votre message du ${formatDay(day)}`
        : `Vos ${formatNumber(letters.length)} messages du ${formatDay(day)}`,
    blocks: letters.flatMap(gathered),
    link: { label: 'Tous vos messages', path: '/mes-messages' },
    foot: 'choice',
  }
}

function gathered({ subject, blocks, link }: Letter): Block[] {
  return [
    {
      title: subject,
      items: blocks.flatMap((block) =>
        typeof block === 'string' ? [block] : [`${block.title}\u00a0: ${block.items.join(' ; ')}`]
      ),
    },
    ...(link ? [addressLine(link)] : []),
  ]
}
