// _x000D_ stands for a character that XML 1.0 cannot hold; _x005F_ protects a typed underscore.
const ESCAPED = /_x([0-9a-f]{4})_/gi

/** Gathers the runs of one text; phonetic guides (rPh) are not part of it. */
export function richText() {
  let gathered = ''
  let inText = false
  let inGuide = false
  return {
    open(name: string): void {
      if (name === 't') inText = !inGuide
      else if (name === 'rPh') inGuide = true
    },
    text(text: string): void {
      if (inText) gathered += text
    },
    close(name: string): void {
      if (name === 't') inText = false
      else if (name === 'rPh') inGuide = false
    },
    take(): string {
      const text = gathered.includes('_x') ? gathered.replace(ESCAPED, unescaped) : gathered
      gathered = ''
      return text
    },
  }
}

function unescaped(written: string, code: string): string {
  const unit = Number.parseInt(code, 16)
  const isText = unit >= 0x20 || unit === 0x09 || unit === 0x0a || unit === 0x0d
  return isText && unit < 0xd800 ? String.fromCharCode(unit) : written
}
