import { FINDING_CODES, type FindingCode } from '#app/reconciliation/findings/finding_codes'
import type { QueueItem } from '#app/reconciliation/queue/queue_items'

/** "12-HORS_DELAI": an item of the queue in an address or a hidden field. */
export function keyOf({ formId, code }: QueueItem): string {
  return `${formId}-${code}`
}

/** The item that a key names, or null. */
export function itemOf(key: unknown): QueueItem | null {
  const [, id, code] = (typeof key === 'string' && /^(\d{1,15})-([A-Z_]{1,40})$/.exec(key)) || []
  if (code === undefined || !Object.hasOwn(FINDING_CODES, code)) return null
  return { formId: Number(id), code: code as FindingCode }
}

/** The queue of a convention, at an item when one is given. */
export function queueAddress(conventionCode: string, item: QueueItem | null): string {
  return `/rapprochement/${conventionCode}/file${item ? `?constat=${keyOf(item)}` : ''}`
}
