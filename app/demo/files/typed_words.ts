import type { Random } from '#app/demo/random'

/** How people write each code; whoever reads them back folds case and accents. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  prise_en_charge: ['Prise en charge', 'prise en charge', 'PRISE EN CHARGE', 'Prise en charge '],
  injoignable: ['Injoignable', 'injoignable'],
  refus: ['Refus', 'refus'],
  reorientee: ['Réorientée', 'réorientée', 'Reorientée'],
  plateforme: ['Plateforme', 'plateforme'],
  direct: ['Direct', 'Contact direct'],
  employeur: ['Employeur', 'employeur'],
  elu: ['Élu(e)', 'Élu', 'Élue', 'elu'],
  proche: ['Proche', 'proche'],
  salarie: ['Salarié(e)', 'Salarié', 'Salariée'],
  maire: ['Maire', 'maire'],
  adjoint: ['Adjoint', 'Adjointe', 'Adjoint(e)'],
  conseiller: ['Conseiller', 'Conseillère', 'conseiller'],
  parlementaire: ['Parlementaire', 'parlementaire'],
  sans_objet: ['Sans objet', ''],
  menaces_injures: ['Menaces, injures', 'menaces_injures'],
  violences_physiques: ['Violences physiques', 'violences_physiques'],
  atteinte_aux_biens: ['Atteinte aux biens', 'atteinte_aux_biens'],
  harcelement: ['Harcèlement', 'harcelement'],
  autre: ['Autre', 'autre'],
}

/** One way of writing a code; a code without words is written as it is. */
export function typedWord(random: Random, code: string): string {
  const words = WORDS[code]
  return words === undefined ? code : random.pick(words)
}

/** "Oui", "non", or nothing. */
export function typedAnswer(random: Random, answer: boolean | null): string | null {
  if (answer === null) return null
  return random.pick(answer ? ['Oui', 'oui', 'x'] : ['Non', 'non', 'N'])
}
