import { refuse, type Refused } from '#app/shared/result'

/** Why that number of saisines cannot be measured, or null; `example` is one that can. */
export function tooFewSaisines(saisines: number, example: number): Refused | null {
  if (Number.isSafeInteger(saisines) && saisines >= 100) return null
  return refuse(
    'NOMBRE_DE_SAISINES',
    'Le banc d’essai demande un nombre entier de saisines, 100 au moins.',
    `Écrivez par exemple --saisines ${example}.`
  )
}
