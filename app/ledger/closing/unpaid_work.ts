import { loadTerms } from '#app/conventions/load_terms'
import { price } from '#app/pricing/price'
import type { FormFacts } from '#app/reconciliation/facts/form_facts'
import type { SaisineFacts } from '#app/reconciliation/facts/saisine_facts'
import { sumCents, type Cents } from '#app/shared/cents'
import type { Day } from '#app/shared/day'
import { rows } from '#app/shared/rows'

/** A saisine whose work was done by a day, and that no statement issued by that day pays. */
export interface UnpaidWork {
  saisineId: number
  reference: string
  associationCode: string
  associationName: string
  /** The last act that its form declares, or the day that stands for it. */
  doneOn: Day
  /** What the barème owes for it. */
  amountCents: Cents
}

interface UnpaidRow extends Pick<
  UnpaidWork,
  'reference' | 'associationCode' | 'associationName' | 'doneOn'
> {
  form: Omit<FormFacts, 'quantities'> & { quantities: Record<string, number> }
  saisine: SaisineFacts
}

/** Retained forms only: what is not reconciled has no price. In the order of associations, then of references. */
export async function unpaidWork(conventionId: number, until: Day): Promise<UnpaidWork[]> {
  const terms = await loadTerms(conventionId)
  const found = await rows<UnpaidRow>(QUERY, [conventionId, until, until])
  return found.map(({ form, saisine, ...shown }) => {
    const facts = { ...form, quantities: Object.entries(form.quantities) }
    const priced = price(facts, saisine, terms)
    const lines = 'lines' in priced ? priced.lines : []
    const amountCents = sumCents(lines.map(({ amount }) => amount))
    return { saisineId: saisine.id, ...shown, amountCents }
  })
}

const QUERY = `
  SELECT s.reference, a.code AS "associationCode", a.name AS "associationName",
    coalesce(f.last_act_on, f.first_contact_on, s.opened_on) AS "doneOn",
    json_build_object('id', f.id, 'version', f.version, 'conventionId', f.convention_id, 'reference', f.reference,
      'associationId', f.association_id, 'associationDepartments', '[]'::json, 'receivedOn', f.received_on,
      'origin', f.origin, 'firstContactOn', f.first_contact_on, 'lastActOn', f.last_act_on, 'outcome', f.outcome,
      'quantities', f.quantities, 'decisions', '[]'::json) AS form,
    json_build_object('id', s.id, 'conventionId', s.convention_id, 'reference', s.reference,
      'associationId', s.association_id, 'openedOn', s.opened_on, 'channel', s.channel, 'department', s.department,
      'beneficiary', s.beneficiary) AS saisine
  FROM form_outcomes o JOIN return_forms f ON f.id = o.form_id JOIN saisines s ON s.id = o.saisine_id
  JOIN associations a ON a.id = f.association_id
  WHERE o.convention_id = ? AND o.outcome = 'RETENUE'
    AND coalesce(f.last_act_on, f.first_contact_on, s.opened_on) <= ? AND NOT EXISTS (
      SELECT 1 FROM settlement_lines l JOIN statements t USING (run_id, association_id)
      WHERE l.saisine_id = s.id AND l.kind = 'service' AND (t.issued_at AT TIME ZONE 'Europe/Paris')::date <= ?)
  ORDER BY a.code, s.reference`
