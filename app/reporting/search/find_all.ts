import type { Role } from '#app/accounts/user'
import { CASE_GROUPS } from '#app/reporting/search/cases'
import { MOST_HITS, type Hit, type Query } from '#app/reporting/search/hit'
import { PAYMENT_GROUPS } from '#app/reporting/search/payments'
import { PEOPLE_GROUPS } from '#app/reporting/search/people'

export interface FoundGroup {
  title: string
  hits: Hit[]
  /** There may be more than is shown. */
  full: boolean
}

const GROUPS = [...CASE_GROUPS, ...PAYMENT_GROUPS, ...PEOPLE_GROUPS]

/** What answers, group by group: only what the role may open. */
export async function findAll(query: Query, role: Role): Promise<FoundGroup[]> {
  const open = GROUPS.filter(({ roles }) => roles.includes(role))
  const found = await Promise.all(
    open.map(async ({ title, find }) => {
      const hits = await find(query, role)
      return { title, hits, full: hits.length === MOST_HITS }
    })
  )
  return found.filter(({ hits }) => hits.length > 0)
}

/** The one thing that bears this very name; null when there is none, or several. */
export function onlyExact(groups: readonly FoundGroup[]): Hit | null {
  const exact = groups.flatMap(({ hits }) => hits).filter((hit) => hit.exact)
  return exact.length === 1 ? exact[0]! : null
}
