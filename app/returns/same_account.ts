import type { LastAccount } from '#app/returns/last_account'
import type { ReturnFormRead } from '#app/returns/read_return_form'

/** Whether a form says word for word what was said last, whatever the day on which it comes. */
export function sameAccount(form: ReturnFormRead, last: LastAccount): boolean {
  return (
    form.outcome === last.outcome &&
    form.firstContactOn === last.firstContactOn &&
    form.lastActOn === last.lastActOn &&
    form.memoDeVie === last.memoDeVie &&
    form.note === last.note &&
    inOrder(JSON.parse(form.quantities) as LastAccount['quantities']) === inOrder(last.quantities)
  )
}

function inOrder(quantities: LastAccount['quantities']): string {
  return JSON.stringify(Object.entries(quantities).sort(([a], [b]) => (a < b ? -1 : 1)))
}
