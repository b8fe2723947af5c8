import type { Decision } from '#app/reconciliation/decisions/decision'
import { rows } from '#app/shared/rows'
import type { Trx } from '#app/shared/transaction'

/** What people and the network say of the forms of a convention: little, and read once. */
export interface FormContext {
  /** Departments of each association. */
  departments: ReadonlyMap<number, readonly string[]>
  /** Decisions in force on a form. */
  decisions: ReadonlyMap<number, readonly Decision[]>
  /** Forms with a wrong reference that a person attached to a saisine: form → saisine. */
  links: ReadonlyMap<number, number>
}

export async function loadContext(trx: Trx, conventionId: number): Promise<FormContext> {
  const departments = new Map<number, string[]>()
  for (const { association, code } of await rows<{ association: number; code: string }>(
    'SELECT association_id AS association, department_code AS code FROM association_departments ORDER BY 1, 2',
    [],
    trx
  )) {
    departments.set(association, [...(departments.get(association) ?? []), code])
  }

  const decisions = new Map<number, Decision[]>()
  const links = new Map<number, number>()
  for (const { form, saisine, code, verdict } of await rows<LiveDecision>(
    `SELECT d.form_id AS form, d.saisine_id AS saisine, d.code, d.verdict
     FROM decisions d JOIN return_forms f ON f.id = d.form_id
     WHERE f.convention_id = ? AND d.undone_at IS NULL ORDER BY d.id`,
    [conventionId],
    trx
  )) {
    if (verdict === 'linked') links.set(form, saisine!)
    else decisions.set(form, [...(decisions.get(form) ?? []), { code, verdict }])
  }
  return { departments, decisions, links }
}

interface LiveDecision {
  form: number
  saisine: number | null
  code: Decision['code']
  verdict: Decision['verdict'] | 'linked'
}
