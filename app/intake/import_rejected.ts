import type { ImportProblem } from '#app/intake/import_kind'
import { refuse, type Refused } from '#app/shared/result'

/** Beyond this many, the file is not worth mending row by row. */
export const MOST_PROBLEMS = 20_000

/** A file with bad rows, refused whole: what is wrong with each. */
export interface ImportRejected extends Refused {
  problems: ImportProblem[]
}

export function rejected(problems: ImportProblem[]): ImportRejected {
  const lines = new Set(problems.map(({ rowNumber }) => rowNumber)).size
  const refusal = refuse(
    'LIGNES_A_CORRIGER',
    `${lines} ligne${lines > 1 ? 's' : ''} à corriger : rien n’est enregistré.`,
    'Corrigez-les et redéposez le fichier, ou enregistrez les seules lignes valables.'
  )
  return { ...refusal, problems }
}

export function tooManyProblems(problems: ImportProblem[]): ImportRejected {
  const refusal = refuse(
    'TROP_D_ERREURS',
    `Plus de ${MOST_PROBLEMS} erreurs : ce fichier n’est sans doute pas celui attendu.`,
    'Vérifiez la nature du fichier et ses colonnes.'
  )
  return { ...refusal, problems: problems.slice(0, 100) }
}
