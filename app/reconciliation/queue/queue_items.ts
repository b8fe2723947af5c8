import type { FindingCode } from '#app/reconciliation/findings/finding_codes'
import { DECIDABLE_CODES } from '#app/reconciliation/overview'
import { UNANSWERED_SQL } from '#app/reconciliation/findings/unanswered_sql'
import { rows } from '#app/shared/rows'

/** One finding on one form, that waits for a person. */
export interface QueueItem {
  formId: number
  code: FindingCode
}

/** What a person has to decide of a convention, always in the same order. */
export function queueItems(conventionId: number): Promise<QueueItem[]> {
  return rows<QueueItem>(
    `SELECT n.form_id AS "formId", n.code FROM findings n LEFT JOIN form_outcomes o ON o.form_id = n.form_id
     WHERE n.convention_id = ? AND n.blocking AND n.code = ANY(?) AND o.outcome IS DISTINCT FROM 'RETENUE'
       AND ${UNANSWERED_SQL}
     ORDER BY array_position(?::text[], n.code), n.form_id`,
    [conventionId, DECIDABLE_CODES, DECIDABLE_CODES]
  )
}

export interface QueuePlace {
  item: QueueItem
  /** From 1. */
  rank: number
  total: number
  previous: QueueItem | null
  next: QueueItem | null
}

/** Where the asked item stands; the first one when it was decided meanwhile, null when nothing is left. */
export function placeIn(items: readonly QueueItem[], asked: QueueItem | null): QueuePlace | null {
  const at = items.findIndex(({ formId, code }) => formId === asked?.formId && code === asked.code)
  const index = Math.max(0, at)
  const item = items[index]
  if (!item) return null
  return {
    item,
    rank: index + 1,
    total: items.length,
    previous: items[index - 1] ?? null,
    next: items[index + 1] ?? null,
  }
}
