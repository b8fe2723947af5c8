import type { Random } from '#app/demo/random'

type Name = (place: string) => string

const USUAL: readonly Name[] = [
  (place) => `Association fictive d’aide aux victimes — ${place}`,
  (place) => `Service fictif d’aide aux victimes — ${place}`,
  (place) => `L’Écoute, association fictive d’aide aux victimes — ${place}`,
  (place) => `Aide aux victimes & médiation (association fictive) — ${place}`,
  (place) => `Accueil et Secours, association fictive — ${place}`,
]

const LONG: Name = (place) =>
  `Association départementale fictive d’aide aux victimes, d’accès au droit & de médiation — ${place}`

/** A name that says it is fictitious, one in ten longer than the 70 characters of a SEPA file. */
export function associationName(random: Random, place: string): string {
  return random.chance(0.1) ? LONG(place) : random.pick(USUAL)(place)
}

/** The account's holder: one in five is what a bank's old screen made of the name. */
export function holderName(random: Random, name: string, place: string): string {
  if (!random.chance(0.2)) return name
  const plain = place.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('’', ' ')
  return `ASSO FICTIVE AIDE VICTIMES ${plain.toUpperCase()}`
}
