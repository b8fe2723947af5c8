import { parisDay, type Day } from '#app/shared/day'
import { parseFrenchDay } from '#app/shared/french_parse'
import { refuse, type Refused } from '#app/shared/result'
import { row } from '#app/shared/rows'

/** The day that was typed, today when none was. */
export function readDay(text: string | undefined, now: Date = new Date()): { day: Day } | Refused {
  const day = text ? parseFrenchDay(text) : parisDay(now)
  if (day) return { day }
  return refuse(
    'JOUR_INCONNU',
    `«\u00a0${text!.slice(0, 40)}\u00a0» n’est pas un jour.`,
    'Écrivez 22/11/2026 ou 2026-11-22.'
  )
}

/** The year that was typed. */
export function readYear(text: string): { year: number } | Refused {
  if (/^20\d\d$/.test(text)) return { year: Number(text) }
  return refuse(
    'ANNEE_INCONNUE',
    `«\u00a0${text.slice(0, 40)}\u00a0» n’est pas une année.`,
    'Écrivez quatre chiffres\u00a0: 2026.',
    'annee'
  )
}

/** The convention of that code. */
export async function readConvention(code: string): Promise<{ id: number } | Refused> {
  const found = await row<{ id: number }>('SELECT id FROM conventions WHERE code = ?', [code])
  if (found) return found
  return refuse(
    'CONVENTION_INCONNUE',
    `La convention «\u00a0${code.slice(0, 40)}\u00a0» n’existe pas.`,
    'Choisissez-la dans la liste.',
    'convention'
  )
}
