import type { FormContext } from '#app/reconciliation/facts/form_context'
import type { FormFacts } from '#app/reconciliation/facts/form_facts'
import { FORM_COLUMNS, formFromRow } from '#app/reconciliation/facts/form_row'
import type { SaisineFacts } from '#app/reconciliation/facts/saisine_facts'
import { SAISINE_COLUMNS, saisineFromRow } from '#app/reconciliation/facts/saisine_row'
import { copyOut } from '#app/shared/copy'
import type { Trx } from '#app/shared/transaction'

export interface OrphanForm {
  form: FormFacts
  /** The saisine that bears the same reference under another convention. */
  elsewhere?: SaisineFacts
}

const FORM_CELLS = FORM_COLUMNS.length

/** Forms that claim the convention and bear a reference it does not know, unless a person attached them. */
export async function orphanForms(
  trx: Trx,
  conventionId: number,
  context: FormContext
): Promise<OrphanForm[]> {
  const orphans: OrphanForm[] = []
  const sql = `
    SELECT ${FORM_COLUMNS.map((column) => `f.${column}`).join(', ')},
      ${SAISINE_COLUMNS.map((column) => `e.${column}`).join(', ')}
    FROM return_forms f
    LEFT JOIN saisines s ON s.reference = f.reference AND s.convention_id = f.convention_id AND s.anonymised_at IS NULL
    LEFT JOIN LATERAL (SELECT * FROM saisines WHERE reference = f.reference ORDER BY convention_id LIMIT 1) e ON true
    WHERE f.convention_id = ${Number(conventionId)} AND s.id IS NULL AND f.anonymised_at IS NULL ORDER BY f.id`
  for await (const batch of copyOut(trx, sql)) {
    for (const cells of batch) {
      const form = formFromRow(cells, 0, context)
      if (context.links.has(form.id)) continue
      orphans.push(
        cells[FORM_CELLS] === null
          ? { form }
          : { form, elsewhere: saisineFromRow(cells, FORM_CELLS) }
      )
    }
  }
  return orphans
}
