import type { MatchedMove } from '#app/payments/bank/matched_moves'
import { refuse, type Refused } from '#app/shared/result'

/** Why a match is not taken back: nobody made it, or something has been built on it since; null when nothing forbids it. Pure. */
export function reasonsToKeep(moves: readonly MatchedMove[]): Refused | null {
  if (moves.length === 0) {
    return refuse(
      'RIEN_A_DEFAIRE',
      'Personne n’a rapproché ce suspens de virements\u00a0: il n’y a rien à défaire.',
      'Ce que la banque prouve par ses références ne se défait pas\u00a0; un suspens classé se rouvre.'
    )
  }
  const moved = moves.find(({ state, transferState }) => state !== transferState)
  if (moved) {
    return refuse(
      'VIREMENT_REVENU',
      `Le virement ${moved.endToEndId} est revenu depuis\u00a0: son exécution ne se défait plus.`,
      'Défaites d’abord le rapprochement de ce retour, si une personne l’a fait\u00a0; s’il vient de la banque, l’exécution a bien eu lieu.'
    )
  }
  const reissued = moves.find(({ state, reissue }) => state === 'returned' && reissue !== null)
  if (reissued) {
    return refuse(
      'RELEVE_REEMIS',
      `Le relevé ${reissued.statement} est remis en paiement par ${reissued.reissue}\u00a0: le retour de ${reissued.endToEndId} ne se défait plus, la somme partirait deux fois.`,
      'Si ce nouveau virement n’est pas parti, faites-le rejeter par la banque\u00a0; puis défaites ce retour.'
    )
  }
  const closed = moves.find(({ runState }) => runState === 'closed')
  return closed === undefined
    ? null
    : refuse(
        'CAMPAGNE_CLOSE',
        `La campagne du relevé ${closed.statement} est close\u00a0: ce qu’elle a payé ne se défait plus.`
      )
}
