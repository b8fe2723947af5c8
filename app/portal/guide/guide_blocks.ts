/** A piece of a sentence of the guide. */
export interface Span {
  text: string
  strong: boolean
  /** The page of this installation that it names. */
  href: string | null
}

export interface GuideBlock {
  kind: 'title' | 'text' | 'list' | 'steps'
  /** One for a title or a text, one each for the items of a list. */
  lines: Span[][]
}

/**
 * The Markdown of a page of the guide, as much of it as the page uses: headings, paragraphs, lists, strong words,
 * addresses quoted as code, links. The first heading is the page's own, and is left out.
 */
export function guideBlocks(markdown: string): GuideBlock[] {
  return markdown
    .trim()
    .split(/\n{2,}/)
    .slice(1)
    .map(blockOf)
}

function blockOf(text: string): GuideBlock {
  if (text.startsWith('## ')) return { kind: 'title', lines: [spans(text.slice(3))] }
  const kind = text.startsWith('- ') ? 'list' : /^\d+\. /.test(text) ? 'steps' : 'text'
  if (kind === 'text') return { kind, lines: [spans(text)] }
  const items = text.split(/^(?:- |\d+\. )/m).filter((item) => item !== '')
  return { kind, lines: items.map(spans) }
}

const MARK = /\*\*(?<strong>[^*]+)\*\*|`(?<code>[^`]+)`|\[(?<label>[^\]]+)\]\([^)]*\)/g

function spans(text: string): Span[] {
  const line = text.replaceAll(/\s*\n\s*/g, ' ').trim()
  const found: Span[] = []
  let from = 0
  for (const mark of line.matchAll(MARK)) {
    if (mark.index > from) found.push(plain(line.slice(from, mark.index)))
    const { strong, code, label } = mark.groups!
    found.push({
      text: strong ?? code ?? label!,
      strong: strong !== undefined,
      href: code?.startsWith('/') ? code : null,
    })
    from = mark.index + mark[0].length
  }
  if (from < line.length) found.push(plain(line.slice(from)))
  return found
}

function plain(text: string): Span {
  return { text, strong: false, href: null }
}
