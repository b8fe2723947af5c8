export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** A text as XML may hold it: control characters, which it may not, are left out. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"\p{Cc}\ufffe\uffff]/gu, (character) => {
    if (character === '\n' || character === '\t') return character
    return ENTITIES[character] ?? ''
  })
}
