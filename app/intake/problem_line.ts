import type { ImportProblem } from '#app/intake/import_kind'
import type { Reason } from '#app/shared/result'

/** One problem as a sentence: where, what was read there, what is wrong. */
export function problemReason(sheet: string, problem: ImportProblem): Reason {
  const place = [
    sheet && `feuille « ${sheet} »`,
    `ligne ${problem.rowNumber}`,
    `colonne ${problem.column}`,
  ]
  const value = problem.value === '' ? '' : ` « ${problem.value.slice(0, 60)} »`
  return {
    code: 'LIGNE_A_CORRIGER',
    message: `${place.filter(Boolean).join(', ')}${value} : ${problem.message}`,
    remedy: problem.remedy,
  }
}
