// A civility may touch its name (« M.Dupont »); M, Me and Pr count in these capitals alone, or every
// « 5 m » would be someone.
const CIVILITY =
  /(?<![\p{L}\p{N}.’'-])(?:(?:MM|M|Me|Pr|(?i:mr|mme|mmes|mlle|mlles|mgr|dr))(?:\s*\.\s*|\s+)|(?i:messieurs|monsieur|mesdames|madame|mesdemoiselles|mademoiselle|ma[iî]tre|docteure?|monseigneur)\s+)/gu

const WORD = /[\s,]*(?:[ld]['’]\s*)?([\p{L}\p{M}\p{N}'’-]+)/uy

// What may stand between a civility and a name without being one, written without accents.
const NOT_NAMES = new Set(
  (
    'le la les l de du des d et au aux ' +
    'maire maires adjoint adjointe adjoints adjointes conseiller conseillere conseillers ' +
    'conseilleres municipal municipale municipaux municipales communal communale communautaire ' +
    'departemental departementale regional regionale president presidente vice vice-president ' +
    'vice-presidente depute deputee senateur senatrice prefet prefete sous-prefet sous-prefete ' +
    'ministre procureur procureure juge directeur directrice elu elue premier premiere deuxieme ' +
    'troisieme quatrieme cinquieme sixieme secretaire general generale delegue deleguee referent ' +
    'referente commandant commandante capitaine adjudant colonel brigadier ancien ancienne ex'
  ).split(' ')
)

/**
 * Whether a text holds a civility followed by a capitalised name, functions aside: « Mme la maire » is
 * nobody, « Mme la maire Durand » is someone.
 */
export function namesPerson(text: string): boolean {
  for (const { 0: civility, index } of text.matchAll(CIVILITY)) {
    if (nameFollows(text, index + civility.length)) return true
  }
  return false
}

function nameFollows(text: string, from: number): boolean {
  WORD.lastIndex = from
  for (let found = WORD.exec(text); found; found = WORD.exec(text)) {
    const [, word = ''] = found
    const plain = word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
    if (!NOT_NAMES.has(plain) && !/^\d/.test(word)) return /^\p{Lu}/u.test(word)
  }
  return false
}
