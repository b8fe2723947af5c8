import type { FormFacts } from '#app/reconciliation/facts/form_facts'
import type { SaisineFacts } from '#app/reconciliation/facts/saisine_facts'
import { addDays, quarterEnd, quarterLabel, type Day } from '#app/shared/day'
import { formatDay } from '#app/shared/french_format'
import { row, rows } from '#app/shared/rows'

/** Forms that cost the same: same association, same work, same barème of the day. */
export interface PricedCase {
  form: FormFacts
  saisine: SaisineFacts
  association: string
  count: number
}

export interface CaseSet {
  /** Which forms: « la campagne AMF-2021-2026-10… ». */
  source: string
  cases: PricedCase[]
}

interface CaseRow {
  associationId: number
  association: string
  outcome: string
  beneficiary: string
  quantities: Record<string, number>
  pricedOn: Day
  count: number
}

/**
 * The forms that the last issued run of a convention paid; those retained of the last complete quarter when none was
 * issued. Alike ones are counted together: a million forms are some thousands of cases.
 */
export async function pricedCases(conventionId: number, today: Day): Promise<CaseSet> {
  const run = await row<{ id: number; code: string; until: Day }>(
    `SELECT id, code, until FROM runs WHERE convention_id = ? AND state IN ('issued', 'paid', 'closed')
     ORDER BY issued_at DESC, id DESC LIMIT 1`,
    [conventionId]
  )
  if (run) {
    const found = await cases(
      conventionId,
      `SELECT DISTINCT form_id, saisine_id FROM settlement_lines
       WHERE run_id = ? AND kind = 'service'`,
      [run.id]
    )
    return {
      source: `les fiches payées par la campagne ${run.code}, la dernière émise`,
      cases: found,
    }
  }
  const lastQuarter = quarterEnd(addDays(quarterEnd(today), -100))
  const from = addDays(quarterEnd(addDays(lastQuarter, -100)), 1)
  const found = await cases(
    conventionId,
    `SELECT o.form_id, o.saisine_id FROM form_outcomes o JOIN return_forms f ON f.id = o.form_id
     WHERE o.convention_id = ? AND o.outcome = 'RETENUE' AND f.received_on BETWEEN ? AND ?`,
    [conventionId, from, lastQuarter]
  )
  return {
    source: `les fiches retenues du ${quarterLabel(lastQuarter)}, reçues du ${formatDay(from)} au ${formatDay(lastQuarter)}`,
    cases: found,
  }
}

/** Within one barème the day changes no price: the first day of the case stands for all. */
async function cases(
  conventionId: number,
  chosen: string,
  bindings: (number | string)[]
): Promise<PricedCase[]> {
  const found = await rows<CaseRow>(
    `WITH chosen AS (${chosen}), priced AS (
       SELECT f.outcome, s.beneficiary, f.quantities,
         CASE WHEN c.price_date = 'first_contact' AND f.first_contact_on IS NOT NULL
           THEN f.first_contact_on ELSE s.opened_on END AS priced_on, f.association_id AS payee
       FROM chosen JOIN return_forms f ON f.id = chosen.form_id JOIN saisines s ON s.id = chosen.saisine_id
       JOIN conventions c ON c.id = s.convention_id)
     SELECT p.payee AS "associationId", a.name AS association, p.outcome, p.beneficiary, p.quantities,
       min(p.priced_on) AS "pricedOn", count(*) AS count
     FROM priced p JOIN associations a ON a.id = p.payee
     LEFT JOIN fee_schedules b ON b.convention_id = ? AND b.superseded_at IS NULL
       AND daterange(b.starts_on, b.ends_on) @> p.priced_on
     GROUP BY p.payee, a.name, p.outcome, p.beneficiary, p.quantities, b.id ORDER BY p.payee`,
    [...bindings, conventionId]
  )
  return found.map((one) => toCase(conventionId, one))
}

/** Only what pricing reads of a form and of a saisine differs from case to case. */
function toCase(conventionId: number, one: CaseRow): PricedCase {
  const { associationId, association, outcome, beneficiary, quantities, pricedOn, count } = one
  return {
    association,
    count,
    form: {
      id: 0,
      version: 1,
      conventionId,
      reference: '',
      associationId,
      associationDepartments: [],
      receivedOn: pricedOn,
      origin: 'import',
      firstContactOn: pricedOn,
      lastActOn: null,
      outcome,
      quantities: Object.entries(quantities),
      decisions: [],
    },
    saisine: {
      id: 0,
      conventionId,
      reference: '',
      associationId,
      openedOn: pricedOn,
      channel: '',
      department: '',
      beneficiary,
    },
  }
}
