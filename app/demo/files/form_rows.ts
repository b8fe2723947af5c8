import { dayCell, type Cell } from '#app/demo/files/cell'
import type { FormColumn } from '#app/demo/files/form_titles'
import { typedAnswer, typedWord } from '#app/demo/files/typed_words'
import type { PlannedForm } from '#app/demo/quarter/planned'
import type { Random } from '#app/demo/random'

/** One row for each form, in the order of the columns. */
export function formRows(
  random: Random,
  forms: readonly PlannedForm[],
  columns: readonly FormColumn[]
): Cell[][] {
  return forms.map((form) => {
    const quantities = new Map(form.quantities)
    const cells: Readonly<Record<string, Cell>> = {
      reference_saisine: form.reference,
      association: form.association,
      convention: form.convention,
      date_reception: dayCell(form.receivedOn),
      date_premier_contact: dayCell(form.firstContactOn),
      date_dernier_acte: dayCell(form.lastActOn),
      issue: typedWord(random, form.outcome),
      memo_de_vie: typedAnswer(random, form.memoDeVie),
      observations: form.note || null,
    }
    return columns.map(({ key }) => cells[key] ?? quantities.get(key) ?? null)
  })
}
