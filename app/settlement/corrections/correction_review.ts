import type { ConventionTerms } from '#app/conventions/convention_terms'
import { correctionsFor, type CorrectionDue, type IssuedLine } from '#app/pricing/correct'
import { price, type PricedLine } from '#app/pricing/price'
import type { FormFacts } from '#app/reconciliation/facts/form_facts'
import { matchForm } from '#app/reconciliation/match'
import type { SaisineFacts } from '#app/reconciliation/facts/saisine_facts'
import type { SaisineGroup } from '#app/reconciliation/facts/saisines_with_forms'
import {
  correctionKey,
  withdrawCorrections,
  type Difference,
} from '#app/settlement/corrections/withdraw_corrections'
import type { Cents } from '#app/shared/cents'
import { formatDay } from '#app/shared/french_format'
import { rows } from '#app/shared/rows'
import type { Trx } from '#app/shared/transaction'

/** A saisine already paid, and what would be paid for it today. */
interface Reassessment {
  saisine: SaisineFacts
  form: FormFacts
  due: readonly PricedLine[]
  reason: string
}

/**
 * Compares what was issued for the saisines already paid with what they are worth today: late forms, decisions,
 * a backdated barème. The differences are proposed; only a person turns them into lines. Proposals that no
 * longer hold are withdrawn, approved or not; those already approved or refused with the same amount stay.
 */
export class CorrectionReview {
  readonly #reassessments: Reassessment[] = []

  constructor(readonly terms: ConventionTerms) {}

  /** Looks at one saisine during the reconciliation. */
  look({ saisine, forms, settled }: SaisineGroup): void {
    const paid = forms.find(({ id }) => id === settled?.id)
    if (!paid) return
    const evidence = latestEvidence(saisine, paid, forms, this.terms)
    const due = evidence ? linesOf(evidence, saisine, this.terms) : []
    this.#reassessments.push({
      saisine,
      form: evidence ?? paid,
      due,
      reason: reasonFor(evidence, paid),
    })
  }

  async write(trx: Trx, actorId: number): Promise<void> {
    const issued = await issuedLines(trx, this.terms.id)
    const differences = this.#reassessments.flatMap(({ saisine, form, due, reason }) =>
      correctionsFor(due, issued.get(saisine.id) ?? []).map((correction) =>
        this.#proposal(saisine, form, due, reason, correction)
      )
    )
    await withdrawCorrections(trx, this.terms.id, actorId, differences)
    const decided = await decidedAmounts(trx, this.terms.id)
    const proposals = differences.filter(
      (one) => decided.get(correctionKey(one)) !== one.amount_cents
    )
    if (proposals.length > 0) await trx.table('proposed_corrections').multiInsert(proposals)
  }

  #proposal(
    saisine: SaisineFacts,
    form: FormFacts,
    due: readonly PricedLine[],
    reason: string,
    c: CorrectionDue
  ) {
    const line = due.find(({ serviceCode }) => serviceCode === c.serviceCode)
    return {
      convention_id: this.terms.id,
      association_id: form.associationId,
      saisine_id: saisine.id,
      form_id: form.id,
      corrects_line_id: c.correctsLineId,
      fee_id: line?.feeId ?? null,
      service_code: c.serviceCode,
      priced_on: line?.pricedOn ?? null,
      unit_cents: line?.unitAmount ?? null,
      quantity_asked: line?.quantityAsked ?? null,
      quantity_retained: line?.quantityRetained ?? null,
      reduction_cents: line?.reduction ?? 0,
      due_cents: c.due,
      already_cents: c.alreadyPaid,
      amount_cents: c.amount,
      reason,
    }
  }
}

/**
 * The account of the work to believe today: the last form received that nothing blocks, since an association that
 * writes again corrects itself; null when even the paid form would be refused now.
 */
function latestEvidence(
  saisine: SaisineFacts,
  paid: FormFacts,
  forms: readonly FormFacts[],
  terms: ConventionTerms
): FormFacts | null {
  const newestFirst = forms
    .filter((form) => form.associationId === paid.associationId)
    .toSorted((a, b) =>
      a.receivedOn === b.receivedOn ? b.id - a.id : a.receivedOn < b.receivedOn ? 1 : -1
    )
  return (
    newestFirst.find(
      (form) => matchForm(form, saisine, terms, { retained: null }).outcome === 'RETENUE'
    ) ?? null
  )
}

function linesOf(
  form: FormFacts,
  saisine: SaisineFacts,
  terms: ConventionTerms
): readonly PricedLine[] {
  const priced = price(form, saisine, terms)
  return 'lines' in priced ? priced.lines : []
}

function reasonFor(evidence: FormFacts | null, paid: FormFacts): string {
  if (evidence === null) return 'La fiche payée ne serait plus retenue aujourd’hui.'
  return evidence.id === paid.id
    ? 'Le barème ou les faits de la saisine ont changé depuis le paiement.'
    : `Une fiche rectifiée a été reçue le ${formatDay(evidence.receivedOn)}.`
}

async function issuedLines(trx: Trx, conventionId: number): Promise<Map<number, IssuedLine[]>> {
  const bySaisine = new Map<number, IssuedLine[]>()
  const issued = await rows<IssuedLine & { saisineId: number }>(
    `SELECT l.id, l.saisine_id AS "saisineId", l.service_code AS "serviceCode", l.amount_cents AS amount,
       l.corrects_line_id AS "correctsLineId"
     FROM settlement_lines l JOIN statements USING (run_id, association_id) JOIN runs r ON r.id = l.run_id
     WHERE r.convention_id = ? AND l.saisine_id IS NOT NULL ORDER BY l.id`,
    [conventionId],
    trx
  )
  for (const line of issued) {
    const known = bySaisine.get(line.saisineId)
    if (known) known.push(line)
    else bySaisine.set(line.saisineId, [line])
  }
  return bySaisine
}

/** Amounts on which a person has already said yes or no, by saisine and service. */
async function decidedAmounts(trx: Trx, conventionId: number): Promise<Map<string, Cents>> {
  const decided = await rows<Difference>(
    `SELECT saisine_id, service_code, amount_cents FROM proposed_corrections WHERE convention_id = ? AND state IN ('approved', 'refused') ORDER BY id`,
    [conventionId],
    trx
  )
  return new Map(decided.map((one) => [correctionKey(one), one.amount_cents]))
}
