import type { StateLabel } from '#app/shared/screens/list'

/** Words of the codes of a saisine, as a person reads them. */
export const CHANNEL_WORDS: Readonly<Record<string, string>> = {
  plateforme: 'Plateforme',
  direct: 'Contact direct',
  employeur: 'Employeur',
}

export const BENEFICIARY_WORDS: Readonly<Record<string, string>> = {
  elu: 'Élu(e)',
  proche: 'Proche',
  salarie: 'Salarié(e)',
}

export const MANDATE_WORDS: Readonly<Record<string, string>> = {
  maire: 'Maire',
  adjoint: 'Adjoint(e)',
  conseiller: 'Conseiller(ère)',
  parlementaire: 'Parlementaire',
  autre: 'Autre',
  non_precise: 'Sans objet ou non précisé',
}

/** Where the fiche retour of a saisine stands. */
export const FORM_STATES = {
  missing: { label: 'aucune fiche', tone: 'waiting' },
  received: { label: 'à rapprocher', tone: 'waiting' },
  retained: { label: 'fiche retenue', tone: 'good' },
  refused: { label: 'fiche non retenue', tone: 'alert' },
} as const satisfies Record<string, StateLabel>

/** A code that the network adds, folded from what a person typed: « menaces_injures » reads « Menaces injures ». */
export function inWords(code: string | null): string | null {
  return code && code.charAt(0).toUpperCase() + code.slice(1).replaceAll('_', ' ')
}
