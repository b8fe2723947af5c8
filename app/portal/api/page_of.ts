import type { HttpContext } from '@adonisjs/core/http'
import { refuse, type Refused } from '#app/shared/result'

const MOST = 200
const USUAL = 50

/** Where a page starts: after this number, so many rows. */
export interface Asked {
  after: number
  limit: number
}

/** Reads `apres` (the mark that the page before gave) and `limite`. */
export function askedPage({ request }: Pick<HttpContext, 'request'>): Asked | Refused {
  const { apres, limite } = request.qs() as Record<string, unknown>
  const after = apres === undefined ? 0 : markOf(apres)
  if (after === null) {
    return refuse(
      'REPERE_ILLISIBLE',
      'Le paramètre « apres » n’est pas un repère donné par une page.',
      'Recopiez la valeur « suite » de la page précédente.',
      'apres'
    )
  }
  const limit = limite === undefined ? USUAL : Number(limite)
  if (typeof limite === 'object' || !Number.isInteger(limit) || limit < 1 || limit > MOST) {
    return refuse(
      'LIMITE_ILLISIBLE',
      `Le paramètre « limite » va de 1 à ${MOST}.`,
      `Écrivez un nombre entier de 1 à ${MOST}.`,
      'limite'
    )
  }
  return { after, limit }
}

/** The page, of rows read one more than asked, and the mark of the next. */
export function pageOf<Row extends { mark: number }>(rows: readonly Row[], { limit }: Asked) {
  const page = rows.slice(0, limit)
  const suite = rows.length > limit ? textOf(page.at(-1)!.mark) : null
  return { rows: page.map(({ mark: _mark, ...row }) => row), suite }
}

/** A mark means nothing to who receives it: software must not count on what it holds. */
function textOf(mark: number): string {
  return Buffer.from(`p${mark}`).toString('base64url')
}

function markOf(value: unknown): number | null {
  if (typeof value !== 'string' || value.length > 40) return null
  const text = /^p(\d{1,15})$/.exec(Buffer.from(value, 'base64url').toString('latin1'))
  return text ? Number(text[1]) : null
}
