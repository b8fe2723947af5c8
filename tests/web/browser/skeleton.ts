/** Attributes that change how an element looks or what it is for; the others are of the row, not of the kind. */
const TELLING =
  /\s(class|type|role|aria-[a-z]+|required|disabled|open|tabindex|hidden)(=("[^"]*"|'[^']*'))?/g

/** Things that lists repeat: the second of the same shape teaches nothing. */
const REPEATED = /<(tr|li|option|rect|path|text|circle|line|dt|dd|p)\b[^]*?(<\/\1>|\/>)/g

/** The shape of a page: its elements without their words, twins once; the frame apart from what it holds. */
export function skeleton(html: string): { frame: string; content: string } {
  const body = html.slice(html.indexOf('<body'))
  const start = body.indexOf('<main')
  const end = body.lastIndexOf('</main>')
  return {
    frame: shape(body.slice(0, start) + body.slice(end)),
    content: shape(body.slice(start, end)),
  }
}

function shape(html: string): string {
  const seen = new Set<string>()
  return html
    .replaceAll(/>[^<]+</g, '><')
    .replaceAll(/<([a-z0-9]+)([^>]*?)(\/?)>/gi, (_all, tag: string, attributes: string, closed) => {
      const kept = [...` ${attributes}`.matchAll(TELLING)].map(([, name, , value]) =>
        name === 'class' || name === 'type' || name === 'role' ? `${name}=${value}` : name
      )
      return `<${[tag, ...kept].join(' ')}${closed}>`
    })
    .replaceAll(REPEATED, (one) => (seen.has(one) ? '' : seen.add(one) && one))
}
