/** An element: its name, then its text or its children (null children are left out), its attributes. */
export type XmlNode = readonly [
  name: string,
  content: string | readonly (XmlNode | null)[],
  attributes?: Readonly<Record<string, string>>,
]

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}

/** The document in UTF-8 without BOM, two spaces a level, line feeds: same tree, same bytes. */
export function writeXml(root: XmlNode): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${writeNode(root, '')}`
}

function writeNode([name, content, attributes = {}]: XmlNode, indent: string): string {
  const open = `${indent}<${name}${writeAttributes(attributes)}>`
  if (typeof content === 'string') return `${open}${escape(content)}</${name}>\n`
  const children = content.map((child) => (child ? writeNode(child, `${indent}  `) : ''))
  return `${open}\n${children.join('')}${indent}</${name}>\n`
}

function writeAttributes(attributes: Readonly<Record<string, string>>): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escape(value)}"`)
    .join('')
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ESCAPES[sign]!)
}
