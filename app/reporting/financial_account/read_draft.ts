import type { Cents } from '#app/shared/cents'
import { row } from '#app/shared/rows'

/** What people wrote and typed for one convention and one year, by line. */
export interface FinancialDraft {
  texts: Readonly<Record<string, string>>
  amounts: Readonly<Record<string, { planned: Cents | null; declared: Cents | null }>>
  savedAt: Date | null
  savedBy: string | null
}

const NOTHING: FinancialDraft = { texts: {}, amounts: {}, savedAt: null, savedBy: null }

/** The draft as it was last saved; empty while nobody has. */
export async function readDraft(conventionId: number, year: number): Promise<FinancialDraft> {
  const found = await row<FinancialDraft>(
    `SELECT a.texts, a.amounts, a.saved_at AS "savedAt", u.full_name AS "savedBy"
     FROM financial_accounts a JOIN users u ON u.id = a.saved_by WHERE a.convention_id = ? AND a.year = ?`,
    [conventionId, year]
  )
  return found ?? NOTHING
}
