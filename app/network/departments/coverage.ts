import type { Day } from '#app/shared/day'
import { row, rows } from '#app/shared/rows'
import type { StateLabel } from '#app/shared/screens/list'

export const COVERAGES = {
  covered: { label: 'couvert', tone: 'good' },
  no_referent: { label: 'sans référent élus', tone: 'waiting' },
  no_member: { label: 'sans association adhérente', tone: 'alert' },
} as const satisfies Record<string, StateLabel>

export type Coverage = keyof typeof COVERAGES

export interface DepartmentShown {
  code: string
  name: string
  coverage: Coverage
  members: { id: number; code: string; name: string }[]
  referent: {
    id: number
    name: string
    email: string | null
    phone: string | null
    startsOn: Day
    associationId: number
    association: string
  } | null
  amf: { name: string; email: string | null; inContact: boolean } | null
}

const QUERY = `
  SELECT *, CASE WHEN json_array_length(members) = 0 THEN 'no_member'
      WHEN referent IS NULL THEN 'no_referent' ELSE 'covered' END AS coverage
  FROM (SELECT d.code, d.name,
      (SELECT coalesce(json_agg(json_build_object('id', a.id, 'code', a.code, 'name', a.name) ORDER BY a.code), '[]')
       FROM association_departments ad JOIN associations a ON a.id = ad.association_id
       WHERE ad.department_code = d.code AND EXISTS (SELECT 1 FROM memberships m WHERE m.association_id = a.id
         AND daterange(m.starts_on, m.ends_on) @> CURRENT_DATE)) AS members,
      (SELECT json_build_object('id', r.id, 'name', r.name, 'email', r.email, 'phone', r.phone,
         'startsOn', r.starts_on, 'associationId', a.id, 'association', a.name)
       FROM referents r JOIN associations a ON a.id = r.association_id WHERE r.department_code = d.code
         AND daterange(r.starts_on, r.ends_on) @> CURRENT_DATE) AS referent,
      (SELECT json_build_object('name', name, 'email', email, 'inContact', in_contact)
       FROM amf_associations WHERE department_code = d.code) AS amf
    FROM departments d) AS shown`

/** Every department, with who covers it today. */
export function coverage(): Promise<DepartmentShown[]> {
  return rows<DepartmentShown>(`${QUERY} ORDER BY code`)
}

export function departmentShown(code: string): Promise<DepartmentShown | null> {
  return row<DepartmentShown>(`${QUERY} WHERE code = ?`, [code])
}
