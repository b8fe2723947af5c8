import { explain, recompute, type Explanation } from '#app/pricing/explain'
import type { PricedLine } from '#app/pricing/price'
import type { LineKind } from '#app/settlement/line_kind'
import type { ConventionTerms } from '#app/conventions/convention_terms'
import type { Cents } from '#app/shared/cents'
import type { Day } from '#app/shared/day'
import { formatAmount } from '#app/shared/french_format'
import { refuse, type Refused } from '#app/shared/result'
import { row } from '#app/shared/rows'

export interface LineExplanation extends Explanation {
  statement: string
  position: number
  reference: string | null
}

export interface RunLineExplanation extends Explanation {
  position: number
}

interface ExplainedLine {
  id: number
  position: number
  kind: LineKind
  reference: string | null
  openedOn: Day
  firstContactOn: Day | null
  /** Its time has come: days and reference are no longer those that priced it. */
  anonymised: boolean
  line: PricedLine
  convention: Pick<ConventionTerms, 'code' | 'priceDate' | 'ceilingPerSaisine'>
  schedule: { label: string; from: Day; to: Day | null }
  due: Cents | null
  already: Cents | null
  amount: Cents
  reason: string | null
  carriedFrom: string | null
  abatedBy: string | null
  share: { left: Cents; due: Cents } | null
}

/** « Pourquoi ce montant ? »: the reasons of one line of an issued statement, and the operations that lead to it. */
export async function explainLine(
  statement: string,
  position: number
): Promise<LineExplanation | Refused> {
  const found = await row<ExplainedLine>(queryOf(OF_STATEMENT), [statement, position])
  if (!found) {
    return refuse(
      'LIGNE_INCONNUE',
      `Le relevé ${statement} n’a pas de ligne n° ${position}.`,
      'Le numéro est dans la colonne N° du relevé.'
    )
  }
  return { statement, position, reference: found.reference, ...checked(found) }
}

/** The same for any line of a run, issued or only calculated; null when there is no such line. */
export async function explainLineOfRun(id: number): Promise<RunLineExplanation | null> {
  const found = await row<ExplainedLine>(queryOf(OF_RUN), [id, id])
  return found && { position: found.position, ...checked(found) }
}

function checked(found: ExplainedLine): Explanation {
  const explanation = explanationOf(found)
  if (recompute(explanation) !== found.amount) {
    throw new Error(`Line ${found.id} does not recompute`)
  }
  return explanation
}

function explanationOf(found: ExplainedLine): Explanation {
  const { kind, line, convention, schedule, reference, openedOn, firstContactOn } = found
  if (kind === 'correction') return correction(found)
  if (kind === 'carry_forward') return carried(found)
  if (kind === 'arrears') return takenUp(found)
  if (kind === 'abatement') return abated(found)
  const { label, from, to } = schedule
  return explain(line, {
    terms: convention,
    schedule: { label, validity: { from, to } },
    saisine: { reference: reference!, openedOn },
    form: { firstContactOn },
    anonymised: found.anonymised,
  })
}

function correction({ due, already, amount, reason }: ExplainedLine): Explanation {
  return {
    sentences: [
      reason!,
      `Dû : ${formatAmount(due!)}. Déjà réglé : ${formatAmount(already!)}. Régularisation : ${formatAmount(due!)} − ${formatAmount(already!)} = ${formatAmount(amount)}.`,
    ],
    arithmetic: [
      { operator: 'multiply', quantity: 1, unitAmount: due! },
      { operator: 'subtract', amount: already! },
    ],
    total: amount,
  }
}

function carried({ amount, carriedFrom }: ExplainedLine): Explanation {
  return {
    sentences: [`Solde du relevé ${carriedFrom}, repris sur celui-ci : ${formatAmount(amount)}.`],
    arithmetic: [{ operator: 'subtract', amount: -amount }],
    total: amount,
  }
}

function takenUp({ amount, abatedBy }: ExplainedLine): Explanation {
  return {
    sentences: [
      `L’enveloppe du relevé ${abatedBy} ne suffisait pas\u00a0: ${formatAmount(amount)} en avaient été retirés. Cette somme est reprise ici.`,
    ],
    arithmetic: [{ operator: 'multiply', quantity: 1, unitAmount: amount }],
    total: amount,
  }
}

function abated({ due, already, amount, share }: ExplainedLine): Explanation {
  return {
    sentences: [
      `Il restait ${formatAmount(share!.left)} sur l’enveloppe, pour ${formatAmount(share!.due)} à régler\u00a0: chaque association en reçoit une part, au prorata de ce qui lui est dû, les centimes restants allant aux plus fortes fractions.`,
      `Dû\u00a0: ${formatAmount(already!)}. Part de l’enveloppe\u00a0: ${formatAmount(due!)}. Abattement\u00a0: ${formatAmount(due!)} − ${formatAmount(already!)} = ${formatAmount(amount)}.`,
      'Cette somme n’est pas perdue\u00a0: la prochaine campagne la reprend.',
    ],
    arithmetic: [
      { operator: 'multiply', quantity: 1, unitAmount: due! },
      { operator: 'subtract', amount: already! },
    ],
    total: amount,
  }
}

/** Whose lines are numbered, and which of them is explained. */
interface Which {
  part: string
  line: string
}

const OF_STATEMENT: Which = {
  part: 'SELECT run_id, association_id FROM statements WHERE number = ?',
  line: 'l.number = ?',
}
const OF_RUN: Which = {
  part: 'SELECT run_id, association_id FROM settlement_lines WHERE id = ?',
  line: 'l.id = ?',
}

// The documents number the services alone, whatever was calculated between them; the rest follows, in their order.
const queryOf = ({ part, line }: Which) => `
  SELECT l.id, l.number AS position, l.kind, s.reference, s.opened_on AS "openedOn", f.first_contact_on AS "firstContactOn",
    s.anonymised_at IS NOT NULL AS anonymised,
    json_build_object('scheduleId', fs.id, 'feeId', fee.id, 'serviceCode', l.service_code, 'serviceLabel', fee.label,
      'unit', fee.unit, 'unitAmount', l.unit_cents, 'quantityAsked', l.quantity_asked,
      'quantityRetained', l.quantity_retained, 'cap', fee.cap, 'pricedOn', l.priced_on,
      'reduction', l.reduction_cents, 'amount', l.amount_cents) AS line,
    json_build_object('code', c.code, 'priceDate', c.price_date, 'ceilingPerSaisine', c.ceiling_cents) AS convention,
    json_build_object('label', fs.label, 'from', fs.starts_on, 'to', fs.ends_on) AS schedule,
    l.due_cents AS due, l.already_cents AS already, l.amount_cents AS amount, p.reason, old.number AS "carriedFrom",
    abating.number AS "abatedBy", CASE WHEN shared.run_id IS NOT NULL THEN
      json_build_object('left', shared.left_cents, 'due', shared.due_cents) END AS share
  FROM (${part}) AS part
  JOIN runs r ON r.id = part.run_id JOIN conventions c ON c.id = r.convention_id
  JOIN LATERAL (SELECT *, row_number() OVER (
      ORDER BY array_position(ARRAY['service', 'correction', 'carry_forward'], kind), position) AS number
    FROM settlement_lines WHERE run_id = part.run_id AND association_id = part.association_id) l ON true
  LEFT JOIN saisines s ON s.id = l.saisine_id
  LEFT JOIN return_forms f ON f.id = l.form_id
  LEFT JOIN fees fee ON fee.id = l.fee_id
  LEFT JOIN fee_schedules fs ON fs.id = fee.fee_schedule_id
  LEFT JOIN proposed_corrections p ON p.id = l.proposed_correction_id
  LEFT JOIN statements old ON old.id = l.carried_statement_id
  LEFT JOIN settlement_lines abatement ON abatement.id = l.corrects_line_id AND abatement.kind = 'abatement'
  LEFT JOIN statements abating
    ON abating.run_id = abatement.run_id AND abating.association_id = abatement.association_id
  LEFT JOIN run_shares shared ON shared.run_id = r.id
  WHERE ${line}`
