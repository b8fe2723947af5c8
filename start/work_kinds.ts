/**
 * Long works, and the rooms that do them. The queue knows no room; they meet here.
 */
import type { WorkKind } from '#app/shared/works/works'

const WORK_KINDS: Record<string, () => Promise<{ default: WorkKind }>> = {
  check_upload: () => import('#app/intake/uploads/check_upload_work'),
  apply_upload: () => import('#app/intake/uploads/apply_upload_work'),
  reconcile: () => import('#app/reconciliation/reconcile_work'),
  calculate_run: () => import('#app/settlement/calculation/calculate_run_work'),
  ledger_check: () => import('#app/ledger/checks/ledger_check_work'),
  destruction: () => import('#app/keeping/destruction/destruction_work'),
  purge: () => import('#app/keeping/privacy/purge_work'),
  purge_rehearsal: () => import('#app/keeping/privacy/purge_rehearsal_work'),
  issue_run: () => import('#app/statements/issue/issue_run_work'),
}

export async function workKind(name: string): Promise<WorkKind> {
  const kind = Object.hasOwn(WORK_KINDS, name) ? WORK_KINDS[name] : undefined
  if (!kind) throw new Error(`No room does the work « ${name} »`)
  return (await kind()).default
}
