import { rows } from '#app/shared/rows'

export interface FindingView {
  code: string
  message: string
  remedy: string
  blocking: boolean
  formId: number | null
}

/** Its sentence states amounts: it is for those who may see money. */
const ABOUT_MONEY = 'PLAFOND_DEPASSE'

/** What the last reconciliation observed on these forms, and on the saisine itself. */
export function findingsOf(
  saisineId: number | null,
  formIds: readonly number[],
  { money }: { money: boolean }
): Promise<FindingView[]> {
  return rows<FindingView>(
    `SELECT code, message, remedy, blocking, form_id AS "formId" FROM findings
     WHERE (form_id = ANY(?) OR (form_id IS NULL AND saisine_id = ?)) AND (? OR code <> '${ABOUT_MONEY}')
     ORDER BY blocking DESC, id`,
    [formIds, saisineId, money]
  )
}
