import { privacyGuard } from '#app/intake/privacy/privacy_guard'
import { CHARGES, PRODUITS, TEXTS } from '#app/reporting/financial_account/budget_lines'
import type { Cents } from '#app/shared/cents'
import { parseAmountCents } from '#app/shared/french_parse'
import { recordEvent } from '#app/shared/record_event'
import type { Reason, Refused } from '#app/shared/result'
import { transaction } from '#app/shared/transaction'

export interface TypedDraft {
  conventionId: number
  year: number
  /** What stands in a field, '' when nothing does: « mise_en_oeuvre », « prevu_60 », « declare_60 ». */
  typed: (field: string) => string
}

/** Saves what people wrote, whole or not at all; a text that names somebody is refused, and so is an amount that is none. */
export async function saveDraft(
  actorId: number,
  { conventionId, year, typed }: TypedDraft
): Promise<{ year: number } | Refused> {
  const refused: Reason[] = []
  const texts: Record<string, string> = {}
  for (const { key } of TEXTS) {
    const text = typed(key)
    const guard = privacyGuard(text)
    if (guard) refused.push({ code: 'TEXTE_NOMINATIF', message: guard.message, field: key })
    if (text !== '') texts[key] = text
  }
  const amountOf = (field: string): Cents | null => {
    const text = typed(field)
    if (text === '') return null
    const cents = parseAmountCents(text)
    if (cents !== null && cents >= 0 && cents <= LARGEST) return cents
    refused.push({
      code: 'MONTANT_ILLISIBLE',
      message: `« ${text.slice(0, 30)} » n’est pas un montant.`,
      remedy: 'Écrivez-le comme 1 234,56.',
      field,
    })
    return null
  }
  const amounts: Record<string, { planned: Cents | null; declared: Cents | null }> = {}
  for (const { key } of [...CHARGES, ...PRODUITS]) {
    const line = { planned: amountOf(`prevu_${key}`), declared: amountOf(`declare_${key}`) }
    if (line.planned !== null || line.declared !== null) amounts[key] = line
  }
  if (refused.length > 0) return { refused }
  return transaction(async (trx) => {
    await trx.rawQuery(
      `INSERT INTO financial_accounts (convention_id, year, texts, amounts, saved_by) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT ON CONSTRAINT financial_accounts_once DO UPDATE
         SET texts = excluded.texts, amounts = excluded.amounts, saved_by = excluded.saved_by, saved_at = now()`,
      [conventionId, year, JSON.stringify(texts), JSON.stringify(amounts), actorId]
    )
    await recordEvent(trx, actorId, {
      verb: 'convention.financial_account_saved',
      subject: ['convention', conventionId],
      after: { year },
    })
    return { year }
  })
}

const LARGEST = 100_000_000_000
