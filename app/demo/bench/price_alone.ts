import db from '@adonisjs/lucid/services/db'
import type { Cost, Measure } from '#app/demo/bench/measure'
import type { ConventionTerms } from '#app/conventions/convention_terms'
import { price } from '#app/pricing/price'
import type { FormFacts } from '#app/reconciliation/facts/form_facts'
import { loadContext } from '#app/reconciliation/facts/form_context'
import { matchSaisine } from '#app/reconciliation/match_saisine'
import type { SaisineFacts } from '#app/reconciliation/facts/saisine_facts'
import { saisinesWithForms } from '#app/reconciliation/facts/saisines_with_forms'

/** So many pairs are priced at once: long enough for the clock, short enough for the memory. */
const BATCH = 20_000

export interface PriceAlone {
  cost: Cost
  forms: number
}

/** What `price` alone costs on every retained form: reading and matching them is not counted. */
export async function priceAlone(terms: ConventionTerms, measure: Measure): Promise<PriceAlone> {
  const total: Cost = { wallSeconds: 0, nodeCpuSeconds: 0, serverCpuSeconds: null, peakBytes: 0 }
  let forms = 0
  let batch: [FormFacts, SaisineFacts][] = []
  const flush = async () => {
    const pairs = batch
    batch = []
    const { cost } = await measure(async () => {
      for (const [form, saisine] of pairs) price(form, saisine, terms)
    })
    forms += pairs.length
    total.wallSeconds += cost.wallSeconds
    total.nodeCpuSeconds += cost.nodeCpuSeconds
    total.peakBytes = Math.max(total.peakBytes, cost.peakBytes)
  }
  await db.transaction(async (trx) => {
    const context = await loadContext(trx, terms.id)
    for (const { saisine, forms: sent } of await saisinesWithForms(trx, terms.id, context)) {
      const matches = matchSaisine(saisine, terms, sent, null)
      const retained = matches.find(({ outcome }) => outcome === 'RETENUE')
      const form = retained && sent.find(({ id }) => id === retained.formId)
      if (form) batch.push([form, saisine])
      if (batch.length >= BATCH) await flush()
    }
  })
  await flush()
  return { cost: total, forms }
}
