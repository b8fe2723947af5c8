import { coverage } from '#app/network/departments/coverage'
import { rows } from '#app/shared/rows'

export interface DepartmentYears {
  code: string
  name: string
  /** As many counts as years. */
  saisines: number[]
  /** A member association works there today. */
  covered: boolean
}

/** Saisines of each department that had some, year by year; and in how many departments no association works. */
export async function departmentYears(
  conventionId: number | null,
  years: readonly number[]
): Promise<{ departments: DepartmentYears[]; uncovered: number }> {
  const counts = await rows<{ department: string; year: number; n: number }>(
    `SELECT department, extract(year FROM opened_on)::integer AS year, count(*) AS n FROM saisines
     WHERE opened_on BETWEEN ? AND ? AND (?::bigint IS NULL OR convention_id = ?) GROUP BY 1, 2`,
    [`${years[0]}-01-01`, `${years.at(-1)}-12-31`, conventionId, conventionId]
  )
  const byDepartment = Map.groupBy(counts, ({ department }) => department)
  const places = await coverage()
  const departments = places.flatMap(({ code, name, members }) => {
    const found = byDepartment.get(code)
    if (!found) return []
    const saisines = years.map((year) => found.find((one) => one.year === year)?.n ?? 0)
    return [{ code, name, saisines, covered: members.length > 0 }]
  })
  return { departments, uncovered: places.filter(({ members }) => members.length === 0).length }
}
