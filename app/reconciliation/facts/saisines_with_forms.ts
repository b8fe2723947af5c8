import type { FormContext } from '#app/reconciliation/facts/form_context'
import type { FormFacts, FormIdentity, FormOrigin } from '#app/reconciliation/facts/form_facts'
import { FORM_COLUMNS, formFromRow } from '#app/reconciliation/facts/form_row'
import type { SaisineFacts } from '#app/reconciliation/facts/saisine_facts'
import { SAISINE_COLUMNS, saisineFromRow } from '#app/reconciliation/facts/saisine_row'
import { useBulkMemory } from '#app/shared/bulk_memory'
import { copyOut, copyOutWhole, type CopiedRow } from '#app/shared/copy'
import type { Trx } from '#app/shared/transaction'

export interface SaisineGroup {
  saisine: SaisineFacts
  forms: FormFacts[]
  /** The form already paid for this saisine, if any. */
  settled: FormIdentity | null
}

/**
 * The saisines of a convention in their order of arrival, each with the forms that bear its reference; not the anonymised
 * ones, which keep the outcome they had. The server has sent them all: its connection is free while they are gone through, once.
 */
export async function saisinesWithForms(
  trx: Trx,
  conventionId: number,
  context: FormContext
): Promise<Iterable<SaisineGroup>> {
  await useBulkMemory(trx)
  const linked = await linkedForms(trx, context)
  return groups(await copyOutWhole(trx, query(conventionId)), context, linked)
}

function* groups(
  batches: Iterable<CopiedRow[]>,
  context: FormContext,
  linked: ReadonlyMap<number, FormFacts[]>
): Generator<SaisineGroup> {
  let group: SaisineGroup | null = null
  for (const batch of batches) {
    for (const cells of batch) {
      const id = Number(cells[0])
      if (group?.saisine.id !== id) {
        if (group) yield group
        group = open(cells, linked)
      }
      if (cells[FORM_CELL] !== null) {
        const form = formFromRow(cells, FORM_CELL, context)
        if (!context.links.has(form.id)) group.forms.push(form)
      }
    }
  }
  if (group) yield group
}

const SETTLED_CELL = SAISINE_COLUMNS.length
const FORM_CELL = SETTLED_CELL + 3

function query(conventionId: number): string {
  return `
    SELECT ${SAISINE_COLUMNS.map((column) => `s.${column}`).join(', ')}, p.id, p.received_on, p.origin,
      ${FORM_COLUMNS.map((column) => `f.${column}`).join(', ')}
    FROM saisines s
    LEFT JOIN return_forms f ON f.reference = s.reference AND f.convention_id = s.convention_id
    LEFT JOIN (
      SELECT paid.saisine_id, f.id, f.received_on, f.origin FROM (
        SELECT l.saisine_id, min(l.form_id) AS form_id FROM settlement_lines l
        JOIN statements USING (run_id, association_id) WHERE l.kind = 'service' GROUP BY 1
      ) paid JOIN return_forms f ON f.id = paid.form_id
    ) p ON p.saisine_id = s.id
    WHERE s.convention_id = ${Number(conventionId)} AND s.anonymised_at IS NULL ORDER BY s.id`
}

function open(cells: CopiedRow, linked: ReadonlyMap<number, FormFacts[]>): SaisineGroup {
  const saisine = saisineFromRow(cells, 0)
  return {
    saisine,
    settled: settledForm(cells),
    forms: linked.get(saisine.id)?.slice() ?? [],
  }
}

function settledForm(cells: readonly (string | null)[]): FormIdentity | null {
  const [id, receivedOn, origin] = cells.slice(SETTLED_CELL, FORM_CELL)
  if (id === null) return null
  return { id: Number(id), receivedOn: receivedOn!, origin: origin as FormOrigin }
}

/** Forms that a person attached to a saisine, by saisine. */
async function linkedForms(trx: Trx, context: FormContext): Promise<Map<number, FormFacts[]>> {
  const bySaisine = new Map<number, FormFacts[]>()
  if (context.links.size === 0) return bySaisine
  const ids = [...context.links.keys()].join(',')
  const sql = `SELECT ${FORM_COLUMNS.join(', ')} FROM return_forms WHERE id IN (${ids}) ORDER BY id`
  for await (const batch of copyOut(trx, sql)) {
    for (const cells of batch) {
      const form = formFromRow(cells, 0, context)
      const saisineId = context.links.get(form.id)!
      bySaisine.set(saisineId, [...(bySaisine.get(saisineId) ?? []), form])
    }
  }
  return bySaisine
}
