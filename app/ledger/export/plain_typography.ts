// The signs of French typography that ISO 8859-15 lacks have a typewriter's form that says the same;
// letters that it lacks have none, and are refused.
const TYPEWRITER: Readonly<Record<string, string>> = {
  '\u2019': "'",
  '\u2018': "'",
  '\u201c': '"',
  '\u201d': '"',
  '\u2010': '-',
  '\u2011': '-',
  '\u2013': '-',
  '\u2014': '-',
  '\u2026': '...',
  '\u2009': ' ',
  '\u202f': ' ',
}

/** The text as a typewriter has it: what ISO 8859-15 can write of French typography. */
export function plainTypography(text: string): string {
  return text.replace(/[\u2009-\u2026\u202f]/g, (sign) => TYPEWRITER[sign] ?? sign)
}
