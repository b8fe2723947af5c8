import { refuse, type Refused } from '#app/shared/result'

/** The file was applied, given up, or a day old. */
export function goneUpload(): Refused {
  return refuse(
    'FICHIER_OUBLIE',
    'Ce fichier n’est plus gardé\u00a0: il est enregistré, abandonné, ou déposé il y a plus d’un jour.',
    'Déposez-le de nouveau si besoin.'
  )
}
