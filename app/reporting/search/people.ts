import { MOST_HITS, type SearchGroup } from '#app/reporting/search/hit'
import { rows } from '#app/shared/rows'

/** The people who may enter, for those who let them in. */
const users: SearchGroup = {
  title: 'Utilisateurs',
  roles: ['admin'],
  async find({ text, pattern }) {
    const found = await rows<{ id: number; fullName: string; email: string; exact: boolean }>(
      `SELECT id, full_name AS "fullName", email, (email = lower(?) OR lower(full_name) = lower(?)) AS exact FROM users
       WHERE email ILIKE ? OR full_name ILIKE ? ORDER BY exact DESC, full_name, id LIMIT ${MOST_HITS}`,
      [text, text, pattern, pattern]
    )
    return found.map(({ id, fullName, email, exact }) => ({
      title: fullName,
      detail: email,
      href: `/utilisateurs/${id}`,
      exact,
    }))
  },
}

export const PEOPLE_GROUPS: readonly SearchGroup[] = [users]
