import { LIFTABLE_CODES } from '#app/reconciliation/decisions/decision'
import {
  FINDING_CODES,
  isBlocking,
  type FindingCode,
} from '#app/reconciliation/findings/finding_codes'
import { UNANSWERED_SQL } from '#app/reconciliation/findings/unanswered_sql'
import { rows } from '#app/shared/rows'

export interface FindingCount {
  code: FindingCode
  label: string
  /** What it does to the payment, in words. */
  effect: string
  count: number
  /** Those that nobody answered; null when they call for no decision. */
  waiting: number | null
}

export interface ConventionOverview {
  id: number
  code: string
  title: string
  saisines: number
  forms: number
  retained: number
  /** Forms that came since the last reconciliation. */
  unseen: number
  counts: FindingCount[]
  /** What the two-sided queue holds. */
  queued: number
}

/** Findings that a person answers one by one: an unknown reference, or what a decision may excuse. */
export const DECIDABLE_CODES: readonly FindingCode[] = ['SAISINE_INCONNUE', ...LIFTABLE_CODES]

/** Each convention with what its last reconciliation found. */
export async function overview(): Promise<ConventionOverview[]> {
  const conventions = await rows<Omit<ConventionOverview, 'counts' | 'queued'>>(
    `SELECT c.id, c.code, c.title, coalesce(s.n, 0) AS saisines, coalesce(f.n, 0) AS forms,
       coalesce(o.retained, 0) AS retained, coalesce(f.n, 0) - coalesce(o.n, 0) AS unseen
     FROM conventions c
     LEFT JOIN (SELECT convention_id, count(*) AS n FROM saisines GROUP BY 1) s ON s.convention_id = c.id
     LEFT JOIN (SELECT convention_id, count(*) AS n FROM return_forms GROUP BY 1) f ON f.convention_id = c.id
     LEFT JOIN (SELECT convention_id, count(*) AS n, count(*) FILTER (WHERE outcome = 'RETENUE') AS retained
       FROM form_outcomes GROUP BY 1) o ON o.convention_id = c.id ORDER BY c.code`
  )
  const counts = await rows<{
    convention: number
    code: FindingCode
    count: number
    waiting: number
  }>(
    `SELECT n.convention_id AS convention, n.code, count(*) AS count,
       count(*) FILTER (WHERE (n.blocking OR n.form_id IS NULL) AND ${UNANSWERED_SQL}
         AND NOT EXISTS (SELECT 1 FROM form_outcomes o WHERE o.form_id = n.form_id AND o.outcome = 'RETENUE')) AS waiting
     FROM findings n GROUP BY 1, 2`
  )
  return conventions.map((convention) => {
    const own = inOrder(counts.filter((one) => one.convention === convention.id))
    return {
      ...convention,
      counts: own,
      queued: own
        .filter(({ code }) => DECIDABLE_CODES.includes(code))
        .reduce((sum, { waiting }) => sum + (waiting ?? 0), 0),
    }
  })
}

const ORDER = Object.keys(FINDING_CODES)

function inOrder(
  counts: readonly { code: FindingCode; count: number; waiting: number }[]
): FindingCount[] {
  return counts
    .map(({ code, count, waiting }) => ({
      code,
      label: FINDING_CODES[code].label,
      effect: effectOf(code),
      count,
      waiting: DECIDABLE_CODES.includes(code) || code === 'FICHE_MANQUANTE' ? waiting : null,
    }))
    .sort((a, b) => ORDER.indexOf(a.code) - ORDER.indexOf(b.code))
}

function effectOf(code: FindingCode): string {
  if (code === 'FICHE_MANQUANTE') return 'saisine sans fiche'
  return isBlocking(code) ? 'empêche le paiement' : 'n’empêche pas le paiement'
}
