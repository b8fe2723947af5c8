import { correctionDisputes } from '#app/settlement/disputes/dispute_corrections'
import { CORRECTION_STATES } from '#app/settlement/corrections/corrections_list'
import type { Cents } from '#app/shared/cents'
import type { Day } from '#app/shared/day'
import { timelineOf } from '#app/shared/screens/timeline'
import { row } from '#app/shared/rows'

interface CorrectionFacts {
  id: number
  state: string
  reason: string
  proposedAt: Date
  decidedBy: string | null
  decidedAt: Date | null
  decisionReason: string | null
  dueCents: Cents
  alreadyCents: Cents
  amountCents: Cents
  conventionId: number
  conventionCode: string
  associationId: number
  associationCode: string
  associationName: string
  saisineId: number
  reference: string
  formId: number
  receivedOn: Day
  settlingLineId: number | null
  lineId: number | null
  statement: string | null
  beforeService: string | null
  before: Pricing | null
  afterService: string | null
  after: Pricing | null
}

interface Pricing {
  schedule: string
  pricedOn: Day
  unitCents: Cents
  quantityAsked: number
  quantityRetained: number
  reductionCents: Cents
}

/** A correction with what was paid and what is due, side by side; null when there is no such correction. */
export async function readCorrectionPage(id: number) {
  const correction = await row<CorrectionFacts>(FACTS, [id])
  if (!correction) return null
  return {
    correction,
    badge: CORRECTION_STATES[correction.state]!,
    disputes: await correctionDisputes({ correctionId: id }),
    events: await timelineOf('proposed_correction', id),
  }
}

const FACTS = `
  SELECT p.id, p.state, p.reason, p.proposed_at AS "proposedAt", u.full_name AS "decidedBy", p.decided_at AS "decidedAt",
    p.decision_reason AS "decisionReason", p.due_cents AS "dueCents", p.already_cents AS "alreadyCents",
    p.amount_cents AS "amountCents", c.id AS "conventionId", c.code AS "conventionCode", a.id AS "associationId",
    a.code AS "associationCode", a.name AS "associationName", s.id AS "saisineId", s.reference,
    f.id AS "formId", f.received_on AS "receivedOn", settling.id AS "settlingLineId", l.id AS "lineId", st.number AS statement,
    old_fee.label AS "beforeService",
    CASE WHEN old_fee.id IS NOT NULL THEN json_build_object('schedule', old_schedule.label, 'pricedOn', l.priced_on,
      'unitCents', l.unit_cents, 'quantityAsked', l.quantity_asked, 'quantityRetained', l.quantity_retained,
      'reductionCents', l.reduction_cents) END AS before,
    fee.label AS "afterService",
    CASE WHEN fee.id IS NOT NULL THEN json_build_object('schedule', schedule.label, 'pricedOn', p.priced_on,
      'unitCents', p.unit_cents, 'quantityAsked', p.quantity_asked, 'quantityRetained', p.quantity_retained,
      'reductionCents', p.reduction_cents) END AS after
  FROM proposed_corrections p
  JOIN conventions c ON c.id = p.convention_id JOIN associations a ON a.id = p.association_id
  JOIN saisines s ON s.id = p.saisine_id JOIN return_forms f ON f.id = p.form_id
  LEFT JOIN users u ON u.id = p.decided_by
  LEFT JOIN settlement_lines l ON l.id = p.corrects_line_id
  LEFT JOIN statements st ON st.run_id = l.run_id AND st.association_id = l.association_id
  LEFT JOIN fees old_fee ON old_fee.id = l.fee_id LEFT JOIN fee_schedules old_schedule ON old_schedule.id = old_fee.fee_schedule_id
  LEFT JOIN fees fee ON fee.id = p.fee_id LEFT JOIN fee_schedules schedule ON schedule.id = fee.fee_schedule_id
  LEFT JOIN settlement_lines settling ON settling.proposed_correction_id = p.id
  WHERE p.id = ?`
