const STARTS: readonly (readonly [RegExp, string])[] = [
  [/^$/, 'il est vide'],
  [/^%PDF/, 'c’est un PDF, fait pour être lu par des personnes'],
  [/^PK/, 'c’est une archive ou un classeur'],
  [/^(\{1:|:\d\d[A-Z]?:)/, 'c’est un relevé SWIFT (MT940)'],
  [/^03\d{2}/, 'c’est une remise ou un rejet CFONB 160 ou 240'],
  [/^[^\n;]*;[^\n]*;/, 'c’est un tableau CSV'],
]

/** What a file that we do not read looks like, to finish a French sentence. */
export function strangerName(start: string): string {
  const beginning = start.slice(0, 1_000)
  return STARTS.find(([pattern]) => pattern.test(beginning))?.[1] ?? 'son contenu n’est pas reconnu'
}
