import type { ImportKind } from '#app/intake/import_kind'
import type { Role } from '#app/accounts/user'

type Kind = ImportKind['kind']

/** What each kind of file holds, as it is named on screen. */
export const KIND_LABELS: Readonly<Record<Kind, string>> = {
  saisines: 'Saisines',
  fiches: 'Fiches retour',
  associations: 'Associations',
  baremes: 'Barèmes',
}

/** One thing that the file brings, and several. */
export const KIND_NOUNS: Readonly<Record<Kind, readonly [one: string, many: string]>> = {
  saisines: ['saisine', 'saisines'],
  fiches: ['fiche retour', 'fiches retour'],
  associations: ['association', 'associations'],
  baremes: ['ligne de barème', 'lignes de barème'],
}

/** Who sends files. */
export const SENDERS = ['platform', 'coordinator'] as const satisfies readonly Role[]

/** The kinds of file that a role may send; none for those who only read. */
export function kindsToSend(role: Role): Kind[] {
  if (role === 'coordinator') return ['saisines', 'fiches', 'associations', 'baremes']
  return role === 'platform' ? ['saisines'] : []
}

/** The kinds of import that a role may see: the platform sees no money, hence no barème. */
export function kindsToRead(role: Role): Kind[] {
  return role === 'platform' ? ['saisines'] : ['saisines', 'fiches', 'associations', 'baremes']
}
