import { CONTENT, KEY } from '#app/returns/form_columns'
import type { ReturnFormRead } from '#app/returns/read_return_form'
import { row } from '#app/shared/rows'
import type { Trx } from '#app/shared/transaction'

/** How a form that is not of a file comes in. */
type FormOrigin = 'portal' | 'typed'

/**
 * The next version of an account. Null when the same is known already, whatever its version, except for a form of the
 * portal: a correction may come back to what was first said.
 */
export function insertReturnForm(
  trx: Trx,
  form: ReturnFormRead,
  { origin, attestedBy }: { origin: FormOrigin; attestedBy: number | null }
): Promise<{ id: number; version: number } | null> {
  return row<{ id: number; version: number }>(
    `WITH typed (${KEY}, ${CONTENT}) AS (VALUES
       (?::text, ?::bigint, ?::bigint, ?::date, ?::date, ?::date, ?::text, ?::jsonb, ?::boolean, ?::text))
     INSERT INTO return_forms (${KEY}, ${CONTENT}, version, origin, attested_by)
     SELECT ${KEY}, ${CONTENT}, 1 + (SELECT coalesce(max(version), 0) FROM return_forms JOIN typed USING (${KEY})), ?, ?::bigint
     FROM typed WHERE ?::text = 'portal' OR NOT EXISTS (
       SELECT 1 FROM (SELECT ${CONTENT} FROM return_forms f WHERE (f.reference, f.convention_id, f.association_id)
         = (typed.reference, typed.convention_id, typed.association_id)
         INTERSECT SELECT ${CONTENT} FROM typed) same)
     RETURNING id, version`,
    [
      form.reference,
      form.conventionId,
      form.associationId,
      form.receivedOn,
      form.firstContactOn,
      form.lastActOn,
      form.outcome,
      form.quantities,
      form.memoDeVie,
      form.note,
      origin,
      attestedBy,
      origin,
    ],
    trx
  )
}
