import { XMLParser, XMLValidator } from 'fast-xml-parser'

/** An element by its local name: prefixes are the sender’s taste, only the namespace counts. */
export interface XmlElement {
  name: string
  namespace: string | null
  attributes: Readonly<Record<string, string>>
  children: readonly XmlElement[]
  /** Its own text, entities resolved, spaces kept. */
  text: string
}

export type ReadXml = { root: XmlElement } | { refusal: string }

type ParsedNode = Record<string, unknown>

const NAMED_ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
}

// Values stay text, or "000123" becomes 123; entities are resolved here, where no DTD can add one.
const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  processEntities: false,
  trimValues: false,
})

/** The root element of a bank message, or a refusal in French. A DOCTYPE is refused unread. */
export function readXml(text: string): ReadXml {
  if (/<!DOCTYPE/i.test(text)) {
    return { refusal: 'Le fichier déclare un DOCTYPE, qu’un message bancaire n’a jamais.' }
  }
  if (text.trim() === '') return { refusal: 'Le fichier est vide.' }
  const wellFormed = XMLValidator.validate(text)
  if (wellFormed !== true) {
    return { refusal: `Le fichier n’est pas du XML lisible (ligne ${wellFormed.err.line}).` }
  }
  const root = parse(text)
    ?.map((node) => element(node, {}))
    .find((found) => found !== null)
  return root ? { root } : { refusal: 'Le fichier n’est pas un message XML exploitable.' }
}

/** The children of that local name, in document order. */
export function childrenOf(parent: XmlElement, name: string): XmlElement[] {
  return parent.children.filter((child) => child.name === name)
}

/** The first element at a path of local names ('CdtrAcct/Id/IBAN'), or null. */
export function findElement(from: XmlElement, path: string): XmlElement | null {
  let found: XmlElement | undefined = from
  for (const name of path.split('/')) found = found?.children.find((child) => child.name === name)
  return found ?? null
}

/** The text at a path of local names, or null when the element is absent. */
export function findText(from: XmlElement, path: string): string | null {
  return findElement(from, path)?.text ?? null
}

/** The element and all those below it, in document order. */
export function* walkElements(from: XmlElement): Generator<XmlElement> {
  yield from
  for (const child of from.children) yield* walkElements(child)
}

/** Null on what the parser refuses by throwing, such as a hundred nested elements. */
function parse(text: string): ParsedNode[] | null {
  try {
    return parser.parse(text) as ParsedNode[]
  } catch {
    return null
  }
}

function element(node: ParsedNode, outer: Readonly<Record<string, string>>): XmlElement | null {
  const tag = Object.keys(node).find((key) => key !== ':@')
  if (tag === undefined || tag.startsWith('?') || tag.startsWith('#')) return null
  const attributes = (node[':@'] ?? {}) as Record<string, string>
  const scope = { ...outer, ...namespacesDeclared(attributes) }
  const content = node[tag] as ParsedNode[]
  const [prefix, local] = tag.includes(':') ? tag.split(':', 2) : ['', tag]
  return {
    name: local!,
    namespace: Object.hasOwn(scope, prefix!) ? scope[prefix!]! : null,
    attributes,
    children: content.map((child) => element(child, scope)).filter((child) => child !== null),
    text: content.map((child) => resolved(String(child['#text'] ?? ''))).join(''),
  }
}

function namespacesDeclared(attributes: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(attributes)
      .filter(([name]) => name === 'xmlns' || name.startsWith('xmlns:'))
      .map(([name, uri]) => [name.slice(6), uri])
  )
}

function resolved(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name) return Object.hasOwn(NAMED_ENTITIES, name) ? NAMED_ENTITIES[name]! : whole
    const point = hex ? Number.parseInt(hex, 16) : Number(decimal)
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole
  })
}
