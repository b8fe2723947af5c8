import type { Pain001File } from '#app/payments/pain001/open_pain001'
import { findText } from '#app/payments/read_xml'
import { HEADER, LOT, type Rule } from '#app/payments/rules/rule'
import { isTargetDay, nextTargetDay } from '#app/payments/target_calendar'
import { addDays, isDay, type Day } from '#app/shared/day'
import { formatDay } from '#app/shared/french_format'

const TIME_OF_DAY = /^T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d$/

export const dateRules: readonly Rule[] = [
  {
    code: 'DATE_CREATION',
    level: 'error',
    *check({ header }) {
      const created = findText(header, 'CreDtTm') ?? ''
      if (isDay(created.slice(0, 10)) && TIME_OF_DAY.test(created.slice(10))) return
      const message = `CreDtTm «\u00a0${created}\u00a0» doit s’écrire AAAA-MM-JJThh:mm:ss, à l’heure de Paris\u00a0: produisez le fichier de nouveau.`
      yield { where: HEADER, message }
    },
  },
  {
    code: 'DATE_EXECUTION',
    level: 'error',
    *check(file) {
      if (executionDay(file) !== null) return
      const message =
        'La date d’exécution (ReqdExctnDt) manque ou n’est pas une date AAAA-MM-JJ\u00a0: choisissez un jour.'
      yield { where: LOT, message }
    },
  },
  {
    code: 'DATE_PASSEE',
    level: 'error',
    *check(file, { today }) {
      const day = executionDay(file)
      if (day === null || day >= today) return
      const soonest = nextTargetDay(addDays(today, -1))
      const message = `La date d’exécution ${formatDay(day)} est passée\u00a0: choisissez le ${formatDay(soonest)} ou plus tard.`
      yield { where: LOT, message }
    },
  },
  {
    code: 'DATE_FERMEE',
    level: 'error',
    *check(file) {
      const day = executionDay(file)
      if (day === null || isTargetDay(day)) return
      const message = `Les banques ne règlent pas le ${formatDay(day)} (calendrier TARGET)\u00a0: choisissez le ${formatDay(nextTargetDay(day))}.`
      yield { where: LOT, message }
    },
  },
]

function executionDay({ executionDate }: Pain001File): Day | null {
  return executionDate !== null && isDay(executionDate) ? executionDate : null
}
