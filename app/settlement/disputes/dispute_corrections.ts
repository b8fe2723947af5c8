import type { Cents } from '#app/shared/cents'
import { rows } from '#app/shared/rows'
import type { Trx } from '#app/shared/transaction'

/** What a dispute led to: a correction of the saisine that it is about, and the line that settled it. */
export interface DisputeCorrection {
  id: number
  state: 'proposed' | 'approved' | 'refused' | 'settled'
  amountCents: Cents
  reason: string
  /** Null until a run holds it. */
  lineId: number | null
  statementId: number | null
  /** Null until that run is issued. */
  statement: string | null
}

/** A correction that was settled before the dispute was opened is not its outcome. */
const OUTCOME = `c.state <> 'refused' AND (c.state <> 'settled' OR greatest(c.decided_at, st.issued_at) >= d.opened_at)`

const ABOUT = `
  FROM disputes d
  LEFT JOIN settlement_lines l ON l.id = d.line_id
  LEFT JOIN form_outcomes o ON o.form_id = d.form_id
  JOIN proposed_corrections c ON c.saisine_id = coalesce(l.saisine_id, o.saisine_id)
  LEFT JOIN settlement_lines settling ON settling.proposed_correction_id = c.id
  LEFT JOIN statements st ON st.run_id = settling.run_id AND st.association_id = settling.association_id`

/** The corrections that follow a dispute, in the order they were proposed. */
export function disputeCorrections(disputeId: number, trx?: Trx): Promise<DisputeCorrection[]> {
  return rows<DisputeCorrection>(
    `SELECT c.id, c.state, c.amount_cents AS "amountCents", c.reason, settling.id AS "lineId",
       st.id AS "statementId", st.number AS statement ${ABOUT} WHERE d.id = ? AND ${OUTCOME} ORDER BY c.id`,
    [disputeId],
    trx
  )
}

/** The other way: the disputes that a correction follows, or that the line settling it does. */
export function correctionDisputes(
  by: { correctionId: number } | { lineId: number }
): Promise<{ id: number; openedAt: Date }[]> {
  const [which, id] = 'lineId' in by ? ['settling.id', by.lineId] : ['c.id', by.correctionId]
  return rows(
    `SELECT DISTINCT d.id, d.opened_at AS "openedAt" ${ABOUT} WHERE ${which} = ? AND ${OUTCOME} ORDER BY d.id`,
    [id]
  )
}
