import type { HttpRequest } from '@adonisjs/core/http'
import { readConvention, readYear } from '#app/ledger/read_book_options'
import { parisDay } from '#app/shared/day'
import { isRefused, type Refused } from '#app/shared/result'
import { row } from '#app/shared/rows'
import { typed } from '#app/shared/screens/typed'

export interface AskedYear {
  /** Null while the federation has no convention. */
  conventionId: number | null
  code: string
  year: number
}

/** The convention and the civil year that an address names; the first one and this year when it names none. */
export async function askedYear(
  request: Pick<HttpRequest, 'input'>,
  now: Date = new Date()
): Promise<AskedYear | Refused> {
  const year = readYear(typed(request, 'annee', 10) || parisDay(now).slice(0, 4))
  if (isRefused(year)) return year
  const code = typed(request, 'convention', 40)
  if (code === '') {
    const first = await row<{ id: number; code: string }>(
      'SELECT id, code FROM conventions ORDER BY code LIMIT 1'
    )
    return { conventionId: first?.id ?? null, code: first?.code ?? '', year: year.year }
  }
  const convention = await readConvention(code)
  if (isRefused(convention)) return convention
  return { conventionId: convention.id, code, year: year.year }
}
