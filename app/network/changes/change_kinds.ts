import type { StateLabel } from '#app/shared/screens/list'

/** What an association may say of itself, for the federation to accept. */
export const CHANGE_KINDS = {
  contacts: 'Adresse et courriel',
  departments: 'Départements couverts',
  referent: 'Référent élus',
} as const

export type ChangeKind = keyof typeof CHANGE_KINDS

export function isChangeKind(text: string): text is ChangeKind {
  return Object.hasOwn(CHANGE_KINDS, text)
}

export const CHANGE_STATES = {
  proposed: { label: 'attend la fédération', tone: 'waiting' },
  accepted: { label: 'acceptée', tone: 'good' },
  refused: { label: 'refusée', tone: 'alert' },
  replaced: { label: 'remplacée par une autre', tone: 'calm' },
} as const satisfies Record<string, StateLabel>

/** The columns of an associations file that each kind states. */
export const CHANGE_COLUMNS = {
  contacts: ['email', 'numero', 'voie', 'code_postal', 'commune', 'pays'],
  departments: ['departements'],
} as const

/** How what is stated reads on screen. */
export const STATED_LABELS: Readonly<Record<string, string>> = {
  email: 'Courriel',
  numero: 'Numéro dans la voie',
  voie: 'Voie',
  code_postal: 'Code postal',
  commune: 'Commune',
  pays: 'Pays',
  departements: 'Départements couverts',
  departement: 'Département',
  nom: 'Référent élus',
  telephone: 'Téléphone',
  debut: 'À partir du',
}
