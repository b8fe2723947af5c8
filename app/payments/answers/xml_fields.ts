import { cleanText } from '#app/payments/answers/clean_text'
import { childrenOf, findElement, findText, type XmlElement } from '#app/payments/read_xml'

// What banks write where a reference is compulsory and they have none.
const NO_REFERENCE: ReadonlySet<string> = new Set(['NOTPROVIDED', 'NOT PROVIDED', 'NONREF'])

/** The text at the first of these paths that holds one. */
export function textAt(from: XmlElement | null, ...paths: string[]): string | null {
  if (!from) return null
  for (const path of paths) {
    const text = cleanText(findText(from, path))
    if (text !== null) return text
  }
  return null
}

/** The same, for a reference: a bank’s way of saying that there is none reads as null. */
export function referenceAt(from: XmlElement | null, ...paths: string[]): string | null {
  const text = textAt(from, ...paths)
  return text !== null && NO_REFERENCE.has(text.toUpperCase()) ? null : text
}

export function elementAt(from: XmlElement | null, path: string): XmlElement | null {
  return from && findElement(from, path)
}

export function childrenNamed(from: XmlElement | null, name: string): XmlElement[] {
  return from ? childrenOf(from, name) : []
}

/** The texts of several elements of that name, on one line. */
export function joinedTexts(from: XmlElement | null, name: string): string | null {
  return cleanText(
    childrenNamed(from, name)
      .map(({ text }) => text)
      .join(' ')
  )
}
