/** What an association may contest, as it reads on screen; the database holds the same codes (migration 0140). */
export const DISPUTE_MOTIVES = {
  montant: 'Le montant ou le barème appliqué',
  quantite: 'Le nombre d’actes retenus',
  fiche_refusee: 'Le refus de la fiche',
  regularisation: 'La régularisation',
  autre: 'Autre chose',
} as const

export type DisputeMotive = keyof typeof DISPUTE_MOTIVES

export function isDisputeMotive(text: string): text is DisputeMotive {
  return Object.hasOwn(DISPUTE_MOTIVES, text)
}
