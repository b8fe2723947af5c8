import { DISPUTE_MOTIVES, type DisputeMotive } from '#app/settlement/disputes/dispute_motives'
import { disputeCorrections } from '#app/settlement/disputes/dispute_corrections'
import { CORRECTION_STATES } from '#app/settlement/corrections/corrections_list'
import { disputeFile, disputeThread } from '#app/settlement/disputes/dispute_thread'
import { DISPUTE_STATES } from '#app/settlement/disputes/disputes_list'
import type { Cents } from '#app/shared/cents'
import type { Day } from '#app/shared/day'
import { timelineOf } from '#app/shared/screens/timeline'
import { row, rows } from '#app/shared/rows'

interface DisputeFacts {
  id: number
  associationId: number
  associationCode: string
  associationName: string
  lineId: number | null
  amountCents: Cents | null
  service: string | null
  statementId: number | null
  statement: string | null
  formId: number | null
  receivedOn: Day | null
  saisineId: number | null
  reference: string | null
  motive: DisputeMotive
  details: string
  openedBy: string
  openedAt: Date
  answerBy: Day
  late: boolean
  state: string
  closedBy: string | null
  closedAt: Date | null
  answer: string | null
}

/** A dispute, what it is about, and what was found on the form contested; null when there is no such dispute. */
export async function readDisputePage(id: number) {
  const dispute = await row<DisputeFacts>(FACTS, [id])
  if (!dispute) return null
  return {
    dispute,
    motive: DISPUTE_MOTIVES[dispute.motive],
    badge: DISPUTE_STATES[dispute.state]!,
    findings: dispute.formId === null ? [] : await findingsOf(dispute.formId),
    thread: await disputeThread(id),
    file: await disputeFile(id),
    corrections: (await disputeCorrections(id)).map((one) => ({
      ...one,
      badge: CORRECTION_STATES[one.state]!,
    })),
    events: await timelineOf('dispute', id),
  }
}

function findingsOf(formId: number) {
  return rows<{ message: string; remedy: string }>(
    'SELECT message, remedy FROM findings WHERE form_id = ? ORDER BY blocking DESC, id',
    [formId]
  )
}

const FACTS = `
  SELECT d.id, a.id AS "associationId", a.code AS "associationCode", a.name AS "associationName", d.line_id AS "lineId",
    l.amount_cents AS "amountCents", fee.label AS service, st.id AS "statementId", st.number AS statement,
    d.form_id AS "formId", f.received_on AS "receivedOn", s.id AS "saisineId", coalesce(s.reference, f.reference) AS reference,
    d.motive, d.details, opener.full_name AS "openedBy", d.opened_at AS "openedAt",
    d.answer_by AS "answerBy", d.closed_at IS NULL AND d.answer_by < CURRENT_DATE AS late, coalesce(d.verdict, 'open') AS state,
    closer.full_name AS "closedBy", d.closed_at AS "closedAt", d.answer
  FROM disputes d JOIN associations a ON a.id = d.association_id JOIN users opener ON opener.id = d.opened_by
  LEFT JOIN users closer ON closer.id = d.closed_by
  LEFT JOIN settlement_lines l ON l.id = d.line_id LEFT JOIN fees fee ON fee.id = l.fee_id
  LEFT JOIN statements st ON st.run_id = l.run_id AND st.association_id = l.association_id
  LEFT JOIN return_forms f ON f.id = d.form_id
  LEFT JOIN form_outcomes o ON o.form_id = d.form_id
  LEFT JOIN saisines s ON s.id = coalesce(l.saisine_id, o.saisine_id)
  WHERE d.id = ?`
