import type { Cents } from '#app/shared/cents'
import type { Day } from '#app/shared/day'
import { rows } from '#app/shared/rows'
import type { Trx } from '#app/shared/transaction'

/** A correction that a person approved: the next run settles it. Null columns: see `proposed_corrections`. */
export interface ApprovedCorrection {
  id: number
  associationId: number
  saisineId: number
  formId: number
  correctsLineId: number | null
  feeId: number | null
  serviceCode: string
  pricedOn: Day | null
  unitCents: Cents | null
  quantityAsked: number | null
  quantityRetained: number | null
  reductionCents: Cents
  dueCents: Cents
  alreadyCents: Cents
  amountCents: Cents
}

export async function approvedCorrections(
  trx: Trx,
  conventionId: number
): Promise<ApprovedCorrection[]> {
  return rows<ApprovedCorrection>(
    `SELECT id, association_id AS "associationId", saisine_id AS "saisineId", form_id AS "formId",
       corrects_line_id AS "correctsLineId", fee_id AS "feeId", service_code AS "serviceCode",
       priced_on AS "pricedOn", unit_cents AS "unitCents", quantity_asked AS "quantityAsked",
       quantity_retained AS "quantityRetained", reduction_cents AS "reductionCents",
       due_cents AS "dueCents", already_cents AS "alreadyCents", amount_cents AS "amountCents"
     FROM proposed_corrections WHERE convention_id = ? AND state = 'approved' ORDER BY id`,
    [conventionId],
    trx
  )
}
