import { rows } from '#app/shared/rows'

/** Codes of the departments of an association, in their order. */
export async function departmentsOf(associationId: number): Promise<string[]> {
  const found = await rows<{ code: string }>(
    'SELECT department_code AS code FROM association_departments WHERE association_id = ? ORDER BY 1',
    [associationId]
  )
  return found.map(({ code }) => code)
}
