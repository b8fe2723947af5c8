import type { ImportSink } from '#app/intake/import_kind'
import { CONTENT, KEY } from '#app/returns/form_columns'
import { formReaders } from '#app/returns/form_readers'
import { insertReturnForms } from '#app/returns/insert_return_forms'
import { readReturnForm } from '#app/returns/read_return_form'
import { returnFormLine } from '#app/returns/return_form_line'
import { useBulkMemory } from '#app/shared/bulk_memory'
import { copyInto } from '#app/shared/copy'
import type { Trx } from '#app/shared/transaction'

/**
 * Takes return forms in by sets. A form already known, word for word, changes nothing; another account of the
 * same saisine by the same association is its next version, and the reconciliation will choose.
 */
export async function openReturnFormSink(trx: Trx): Promise<ImportSink> {
  const readers = await formReaders(trx)
  await useBulkMemory(trx)
  await trx.rawQuery(
    `CREATE TEMP TABLE incoming ON COMMIT DROP AS
       SELECT ${KEY}, ${CONTENT}, import_row FROM return_forms WITH NO DATA`
  )
  const writer = await copyInto(trx, 'incoming')

  return {
    take(rowNumber, read, note) {
      const form = readReturnForm(read, note, readers)
      if (form !== null) return writer.write(`${returnFormLine(form)}\t${rowNumber}`)
    },
    async settle() {
      await writer.end()
      await trx.rawQuery('ANALYZE incoming')
      return []
    },
    abandon: () => writer.abandon(),
    apply: (importId) => insertReturnForms(trx, importId),
  }
}
