import { PAYMENT_GAPS } from '#app/network/payment_gaps'
import type { Cents } from '#app/shared/cents'
import type { Day } from '#app/shared/day'
import { row, rows } from '#app/shared/rows'
import { timelineOf, type TimelineEvent } from '#app/shared/screens/timeline'

export interface AssociationShown {
  id: number
  code: string
  name: string
  siret: string | null
  rna: string | null
  email: string | null
  street: string | null
  buildingNumber: string | null
  postcode: string | null
  town: string
  country: string
  accreditedUntil: Day | null
  missing: string[]
  departments: { code: string; name: string }[]
}

export function associationShown(id: number): Promise<AssociationShown | null> {
  return row<AssociationShown>(
    `SELECT a.id, a.code, a.name, a.siret, a.rna, a.email, a.street, a.building_number AS "buildingNumber", a.postcode,
       a.town, a.country, a.accredited_until AS "accreditedUntil", ${PAYMENT_GAPS} AS missing,
       (SELECT coalesce(json_agg(json_build_object('code', d.code, 'name', d.name) ORDER BY d.code), '[]')
        FROM association_departments ad JOIN departments d ON d.code = ad.department_code
        WHERE ad.association_id = a.id) AS departments
     FROM associations a WHERE a.id = ?`,
    [id]
  )
}

export interface StatementShown {
  id: number
  number: string
  run: string
  runId: number
  issuedAt: Date
  totalCents: Cents
  payableCents: Cents
}

export interface AssociationParts {
  memberships: { startsOn: Day; endsOn: Day | null }[]
  statements: StatementShown[]
  statementTotals: { count: number; payableCents: Cents }
  saisines: { convention: string; count: number; withForm: number }[]
  contacts: { fullName: string; email: string; closed: boolean }[]
  referents: {
    departmentCode: string
    department: string
    name: string
    email: string | null
    phone: string | null
  }[]
}

const LAST_STATEMENTS = 8

/** What surrounds an association: its memberships, its money, its work, its people. */
export async function associationParts(id: number): Promise<AssociationParts> {
  return {
    memberships: await rows(
      `SELECT starts_on AS "startsOn", ends_on AS "endsOn" FROM memberships WHERE association_id = ?
       ORDER BY starts_on DESC`,
      [id]
    ),
    statements: await rows<StatementShown>(
      `SELECT s.id, s.number, r.code AS run, r.id AS "runId", s.issued_at AS "issuedAt", s.total_cents AS "totalCents",
         s.payable_cents AS "payableCents"
       FROM statements s JOIN runs r ON r.id = s.run_id WHERE s.association_id = ?
       ORDER BY s.id DESC LIMIT ${LAST_STATEMENTS}`,
      [id]
    ),
    statementTotals: (await row<{ count: number; payableCents: Cents }>(
      `SELECT count(*) AS count, coalesce(sum(payable_cents), 0)::bigint AS "payableCents"
       FROM statements WHERE association_id = ?`,
      [id]
    ))!,
    saisines: await rows(
      `SELECT c.code AS convention, count(*) AS count, count(*) FILTER (WHERE EXISTS (SELECT 1 FROM return_forms f
         WHERE f.reference = s.reference AND f.convention_id = s.convention_id)) AS "withForm"
       FROM saisines s JOIN conventions c ON c.id = s.convention_id WHERE s.association_id = ?
       GROUP BY c.code ORDER BY c.code`,
      [id]
    ),
    contacts: await rows(
      `SELECT full_name AS "fullName", email, disabled_at IS NOT NULL AS closed FROM users WHERE association_id = ?
       ORDER BY full_name`,
      [id]
    ),
    referents: await rows(
      `SELECT r.department_code AS "departmentCode", d.name AS department, r.name, r.email, r.phone
       FROM referents r JOIN departments d ON d.code = r.department_code
       WHERE r.association_id = ? AND daterange(r.starts_on, r.ends_on) @> CURRENT_DATE ORDER BY d.code`,
      [id]
    ),
  }
}

/** What happened to an association and to its accounts, last first. */
export async function associationTimeline(
  id: number,
  accountIds: readonly number[]
): Promise<TimelineEvent[]> {
  const all = await Promise.all([
    timelineOf('association', id),
    ...accountIds.map((accountId) => timelineOf('bank_account', accountId)),
  ])
  return all.flat().sort((a, b) => b.at.getTime() - a.at.getTime())
}
