import { loadContext } from '#app/reconciliation/facts/form_context'
import type { FormFacts } from '#app/reconciliation/facts/form_facts'
import { orphanForms } from '#app/reconciliation/suggestions/orphan_forms'
import { buildReferenceIndex } from '#app/reconciliation/suggestions/reference_index'
import { SAISINE_COLUMNS, saisineFromRow } from '#app/reconciliation/facts/saisine_row'
import type { SaisineFacts } from '#app/reconciliation/facts/saisine_facts'
import { isSure, suggest, type Suggestion } from '#app/reconciliation/suggestions/suggest'
import { copyOut } from '#app/shared/copy'
import type { Trx } from '#app/shared/transaction'

export interface SuggestedForm {
  form: FormFacts
  suggestions: Suggestion[]
  /** The suggestion that may be accepted without a look, if any. */
  sure: Suggestion | null
}

/**
 * For each form of a convention whose reference nobody has, the saisines without a form that it may mean; only the form
 * asked for when one is. A form that a person refused for its reference waits for nothing.
 */
export async function suggestions(
  trx: Trx,
  conventionId: number,
  formId?: number
): Promise<SuggestedForm[]> {
  const context = await loadContext(trx, conventionId)
  const orphans = await orphanForms(trx, conventionId, context)
  const waiting = orphans.filter(
    ({ form, elsewhere }) =>
      elsewhere === undefined &&
      (formId === undefined || form.id === formId) &&
      !form.decisions.some(({ code }) => code === 'SAISINE_INCONNUE')
  )
  if (waiting.length === 0) return []
  const index = buildReferenceIndex(await saisinesWithoutForm(trx, conventionId))
  return waiting.map(({ form }) => {
    const found = suggest(form, index)
    const [best, ...others] = found
    return { form, suggestions: found, sure: best && isSure(best, others) ? best : null }
  })
}

async function saisinesWithoutForm(trx: Trx, conventionId: number): Promise<SaisineFacts[]> {
  const found: SaisineFacts[] = []
  const sql = `
    SELECT ${SAISINE_COLUMNS.map((column) => `s.${column}`).join(', ')} FROM saisines s
    WHERE s.convention_id = ${Number(conventionId)}
      AND NOT EXISTS (SELECT 1 FROM return_forms f
        WHERE f.reference = s.reference AND f.convention_id = s.convention_id)
      AND NOT EXISTS (SELECT 1 FROM decisions d WHERE d.saisine_id = s.id AND d.undone_at IS NULL)
    ORDER BY s.id`
  for await (const batch of copyOut(trx, sql)) {
    for (const cells of batch) found.push(saisineFromRow(cells, 0))
  }
  return found
}
