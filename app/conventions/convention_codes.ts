import { refuse, type Refused } from '#app/shared/result'
import { rows } from '#app/shared/rows'

/** The code asked for when the convention exists, or all of them. */
export async function conventionCodes(only?: string): Promise<{ codes: string[] } | Refused> {
  const found = await rows<{ code: string }>('SELECT code FROM conventions ORDER BY code')
  const codes = found.map(({ code }) => code)
  if (!only) return { codes }
  if (codes.includes(only)) return { codes: [only] }
  return refuse(
    'CONVENTION_INCONNUE',
    `La convention « ${only} » n’existe pas.`,
    `Conventions : ${codes.join(', ') || 'aucune'}.`
  )
}
