import type { ConventionFile } from '#app/conventions/file/convention_file'
import { overlap, type Period } from '#app/shared/period'
import type { Reason } from '#app/shared/result'

/** Periods of the file that end before they start, or claim the same day twice. */
export function periodProblems(file: ConventionFile): Reason[] {
  const convention = { from: file.startsOn, to: file.endsOn }
  return [
    ...backwards([convention], 'convention'),
    ...backwards(file.feeSchedules, 'feeSchedules'),
    ...backwards(file.envelopes, 'envelopes'),
    ...clashes(file.feeSchedules, 'feeSchedules'),
    ...clashes(file.envelopes, 'envelopes'),
  ]
}

function backwards(periods: readonly Period[], path: string): Reason[] {
  return periods.flatMap(({ from, to }, index) =>
    to === null || to > from ? [] : [reason(`${path}.${index} finit avant de commencer.`)]
  )
}

function clashes(periods: readonly Period[], path: string): Reason[] {
  return periods.flatMap((period, index) => {
    const rival = periods.findIndex((other, at) => at < index && overlap(other, period))
    return rival < 0 ? [] : [reason(`${path}.${index} chevauche ${path}.${rival}.`)]
  })
}

function reason(message: string): Reason {
  return {
    code: 'PERIODE',
    message,
    remedy: 'Corrigez ses dates\u00a0: le jour «\u00a0to\u00a0» n’est pas compris.',
  }
}
