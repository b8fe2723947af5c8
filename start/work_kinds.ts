/**
 * Long works, and the rooms that do them. The queue knows no room; they meet here.
 */
import type { WorkKind } from '#app/shared/works/works'

const WORK_KINDS: Record<string, () => Promise<{ default: WorkKind }>> = {}

export async function workKind(name: string): Promise<WorkKind> {
  const kind = Object.hasOwn(WORK_KINDS, name) ? WORK_KINDS[name] : undefined
  if (!kind) throw new Error(`No room does the work « ${name} »`)
  return (await kind()).default
}
