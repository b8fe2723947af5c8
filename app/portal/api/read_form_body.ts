import type { TypedCells } from '#app/intake/typed_cells'
import type { Reason, Refused } from '#app/shared/result'
import { typed } from '#app/shared/screens/typed'

const TEXTS = [
  'reference_saisine',
  'convention',
  'date_premier_contact',
  'date_dernier_acte',
  'issue',
  'observations',
] as const
const KNOWN: readonly string[] = [
  ...TEXTS,
  'memo_de_vie',
  'prestations',
  'attestation',
  'version_precedente',
]
const LONGEST = 4000

export interface SentBody {
  reference: string
  convention: string
  cells: TypedCells
  attested: boolean
  basedOn: number
}

/** A fiche as software sends it, in the columns of the template; what is not of the described shape is refused. */
export function readFormBody(body: unknown): SentBody | Refused {
  if (!isObject(body)) return { refused: [badShape(null, 'un objet')] }
  const refused: Reason[] = Object.keys(body)
    .filter((field) => !KNOWN.includes(field))
    .map((field) => ({
      code: 'CHAMP_INCONNU',
      message: `Le champ «\u00a0${field.slice(0, 60)}\u00a0» n’est pas décrit.`,
      remedy: 'Retirez-le, ou corrigez son nom.',
      field: field.slice(0, 60),
    }))
  const cells: Record<string, string> = {}
  for (const field of TEXTS) {
    const value = body[field] ?? ''
    if (typeof value === 'string' && value.length <= LONGEST)
      cells[field] = typed({ input: () => value }, field)
    else refused.push(badShape(field, 'un texte'))
  }
  const memo = body.memo_de_vie ?? null
  if (memo === null || typeof memo === 'boolean')
    cells.memo_de_vie = memo === null ? '' : memo ? 'oui' : 'non'
  else refused.push(badShape('memo_de_vie', 'vrai, faux ou nul'))
  const services = body.prestations ?? {}
  if (isObject(services)) {
    for (const [service, count] of Object.entries(services)) {
      const field = service.slice(0, 60)
      if (!/^[a-z][a-z0-9_]*$/i.test(service) || KNOWN.includes(service)) {
        refused.push(badShape(`prestations.${field}`, 'le code d’une prestation'))
      } else if (!isCount(count)) {
        refused.push(badShape(`prestations.${field}`, 'un nombre entier'))
      } else cells[service] = String(count)
    }
  } else refused.push(badShape('prestations', 'un objet'))
  const { attestation = false, version_precedente: basedOn = 0 } = body
  if (typeof attestation !== 'boolean') refused.push(badShape('attestation', 'vrai ou faux'))
  if (!isCount(basedOn)) refused.push(badShape('version_precedente', 'un nombre entier'))
  if (refused.length > 0) return { refused }
  const { reference_saisine: reference = '', convention = '', ...rest } = cells
  return {
    reference,
    convention,
    cells: rest,
    attested: attestation === true,
    basedOn: Number(basedOn),
  }
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0
}

function badShape(field: string | null, expected: string): Reason {
  return {
    code: 'FORME_INATTENDUE',
    message:
      field === null
        ? `Le corps de la demande n’est pas ${expected} JSON.`
        : `Le champ «\u00a0${field}\u00a0» n’est pas ${expected}.`,
    remedy: 'Suivez la description de /api/v1/openapi.json.',
    ...(field !== null && { field }),
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
