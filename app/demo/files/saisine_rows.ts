import { dayCell, type Cell } from '#app/demo/files/cell'
import { typedWord } from '#app/demo/files/typed_words'
import type { PlannedSaisine } from '#app/demo/quarter/planned'
import type { Random } from '#app/demo/random'

export const SAISINE_TITLES = [
  'reference',
  'convention',
  'association',
  'date_saisine',
  'canal',
  'departement',
  'beneficiaire',
  'mandat',
  'nature_faits',
  'evenement',
]

/** One row for each saisine, in the order of the titles. */
export function saisineRows(random: Random, saisines: readonly PlannedSaisine[]): Cell[][] {
  return saisines.map((saisine) => [
    saisine.reference,
    saisine.convention,
    saisine.association,
    dayCell(saisine.openedOn),
    typedWord(random, saisine.channel),
    saisine.department,
    typedWord(random, saisine.beneficiary),
    typedWord(random, saisine.mandate),
    typedWord(random, saisine.facts),
    saisine.event,
  ])
}
