import { refuse, type Refused } from '#app/shared/result'

export function unknownAssociation(code: string): Refused {
  return refuse(
    'ASSOCIATION_INCONNUE',
    `Aucune association de code ${code}.`,
    'Écrivez son code tel qu’il est dans le réseau.',
    'association'
  )
}
