import type { ReturnFormRead } from '#app/returns/read_return_form'
import { copyText } from '#app/shared/copy'

/** One line for COPY in the order of the temporary table. */
export function returnFormLine(form: ReturnFormRead): string {
  return (
    copyText(form.reference) +
    `\t${form.conventionId}\t${form.associationId}\t${form.receivedOn}\t${copyText(form.firstContactOn)}\t${copyText(form.lastActOn)}\t${form.outcome}\t${form.quantities}\t${copyText(form.memoDeVie)}\t` +
    copyText(form.note)
  )
}
