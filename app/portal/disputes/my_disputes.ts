import { disputeCorrections } from '#app/settlement/disputes/dispute_corrections'
import { DISPUTE_MOTIVES, type DisputeMotive } from '#app/settlement/disputes/dispute_motives'
import { disputeFile, disputeThread } from '#app/settlement/disputes/dispute_thread'
import { DISPUTE_STATES } from '#app/settlement/disputes/disputes_list'
import type { Cents } from '#app/shared/cents'
import type { Day } from '#app/shared/day'
import { row, rows } from '#app/shared/rows'

interface MyDispute {
  id: number
  motive: DisputeMotive
  details: string
  openedAt: Date
  answerBy: Day
  state: string
  closedAt: Date | null
  answer: string | null
  lineId: number | null
  amountCents: Cents | null
  service: string | null
  statementId: number | null
  statement: string | null
  receivedOn: Day | null
  reference: string | null
}

/** The disputes of an association, those that wait first. Reads behind the wall. */
export async function readMyDisputes() {
  const disputes = await rows<MyDispute>(
    `${FACTS} ORDER BY d.closed_at IS NOT NULL, d.opened_at DESC, d.id DESC`
  )
  return disputes.map(inWords)
}

/** One of them with its thread and what it led to; null when it is not the association’s. */
export async function readMyDispute(id: number) {
  const dispute = await row<MyDispute>(`${FACTS} WHERE d.id = ?`, [id])
  if (!dispute) return null
  return {
    dispute: inWords(dispute),
    thread: await disputeThread(id),
    file: await disputeFile(id),
    corrections: await disputeCorrections(id),
  }
}

function inWords(dispute: MyDispute) {
  return {
    ...dispute,
    motive: DISPUTE_MOTIVES[dispute.motive],
    badge: DISPUTE_STATES[dispute.state]!,
    about: dispute.statement
      ? `Relevé ${dispute.statement}, ${dispute.service ?? 'solde repris'}`
      : 'Fiche non retenue',
  }
}

const FACTS = `
  SELECT d.id, d.motive, d.details, d.opened_at AS "openedAt", d.answer_by AS "answerBy",
    coalesce(d.verdict, 'open') AS state, d.closed_at AS "closedAt", d.answer, d.line_id AS "lineId",
    l.amount_cents AS "amountCents", coalesce(fee.label, old_fee.label) AS service, st.id AS "statementId",
    st.number AS statement, f.received_on AS "receivedOn", coalesce(s.reference, f.reference) AS reference
  FROM disputes d
  LEFT JOIN settlement_lines l ON l.id = d.line_id LEFT JOIN fees fee ON fee.id = l.fee_id
  LEFT JOIN settlement_lines old ON old.id = l.corrects_line_id LEFT JOIN fees old_fee ON old_fee.id = old.fee_id
  LEFT JOIN statements st ON st.run_id = l.run_id AND st.association_id = l.association_id
  LEFT JOIN return_forms f ON f.id = d.form_id LEFT JOIN saisines s ON s.id = l.saisine_id`
