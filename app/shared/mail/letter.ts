import { appUrl } from '#start/env'
import { plural } from '#app/shared/french_format'

/** A paragraph, or a list under its title. */
export type Block = string | { title: string; items: readonly string[] }

/** What a mail says, before it is text or HTML: references and days, never a person. */
export interface Letter {
  subject: string
  blocks: readonly Block[]
  /** The very page that it is about. */
  link: { label: string; path: string } | null
  /** Whether its reader may choose when to be told, or it is of security and always leaves: said at its foot. */
  foot: 'choice' | 'security'
}

/** A list longer than this would not be read: the page has the rest. */
const LISTED = 40

/** The items as they are listed, with the count of those that are not. */
export function listed(items: readonly string[]): string[] {
  if (items.length <= LISTED) return [...items]
  return [...items.slice(0, LISTED), `et ${plural(items.length - LISTED, 'autre')}, sur la page`]
}

/** Where a link leads, in a line of text. */
export function addressLine({ label, path }: NonNullable<Letter['link']>): string {
  return `${label}\u00a0: ${appUrl}${path}`
}

/** What stands at the foot of a letter. */
export function footOf({ foot }: Letter): string {
  return foot === 'choice'
    ? `Pour choisir quand être prévenu\u00a0: ${appUrl}/mes-messages`
    : 'Ce message part toujours\u00a0: il protège votre accès ou votre argent.'
}

/** The letter as plain text. */
export function letterText(letter: Letter): string {
  const { blocks, link } = letter
  return [
    'Bonjour,',
    ...blocks.map((block) =>
      typeof block === 'string'
        ? block
        : [block.title, ...block.items.map((item) => `- ${item}`)].join('\n')
    ),
    ...(link ? [`${link.label}\u00a0:\n${appUrl}${link.path}`] : []),
    `--\n${footOf(letter)}\n`,
  ].join('\n\n')
}
