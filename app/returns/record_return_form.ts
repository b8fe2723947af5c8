import { readTyped, type TypedCells } from '#app/intake/typed_cells'
import { reasonOf } from '#app/network/directory/cell_problem'
import { formReaders, type FormReaders } from '#app/returns/form_readers'
import { insertReturnForm } from '#app/returns/insert_return_form'
import { readReturnForm, type ReturnFormRead } from '#app/returns/read_return_form'
import { recordEvent } from '#app/shared/record_event'
import { refuse, type Reason, type Refused } from '#app/shared/result'
import { lock, transaction } from '#app/shared/transaction'

const COLUMNS: ReadonlySet<string> = new Set([
  'reference_saisine',
  'association',
  'convention',
  'date_reception',
  'date_premier_contact',
  'date_dernier_acte',
  'issue',
  'memo_de_vie',
  'observations',
])

export interface RecordedForm extends ReturnFormRead {
  id: number
  /** 1 for the first account of a saisine by that association. */
  version: number
}

/**
 * Records one fiche retour as it is typed, column by column of the template (one for each service), with the checks
 * of a row of a file. Another account of the same saisine by the same association is its next version.
 */
export async function recordReturnForm(
  cells: TypedCells,
  actorId: number
): Promise<RecordedForm | Refused> {
  return transaction<RecordedForm>(async (trx) => {
    // An import numbers versions by sets: it ends first.
    await lock(trx, 'import fiches')
    const readers = await formReaders(trx)
    const problems: Reason[] = unknownServices(cells, readers)
    const note = (problem: Parameters<typeof reasonOf>[0]) => problems.push(reasonOf(problem))
    const form = readReturnForm(readTyped(cells), note, readers)
    if (!form || problems.length > 0) return { refused: problems }
    const created = await insertReturnForm(trx, form, { origin: 'typed', attestedBy: null })
    if (!created) {
      return refuse(
        'FICHE_IDENTIQUE',
        `Cette fiche de la saisine ${form.reference} est déjà enregistrée, au mot près.`,
        'Il n’y a rien à changer.'
      )
    }
    await recordEvent(trx, actorId, {
      verb: 'form.recorded',
      subject: ['return_form', created.id],
      after: { ...form, version: created.version },
    })
    return { ...form, ...created }
  })
}

/** A service that no barème pays is a slip, where a file may hold columns of its own. */
function unknownServices(cells: TypedCells, { services }: FormReaders): Reason[] {
  return Object.keys(cells)
    .filter((column) => !COLUMNS.has(column) && !services.all.includes(column))
    .map((column) =>
      reasonOf({
        column,
        value: '',
        message: `Aucun barème ne paie la prestation «\u00a0${column}\u00a0».`,
        remedy: `Prestations connues\u00a0: ${services.all.join(', ')}.`,
      })
    )
}
