import type { Role } from '#app/accounts/user'
import type { Cents } from '#app/shared/cents'

/** Something that was looked for. */
export interface Hit {
  /** What it is called. */
  title: string
  /** What tells it from the others. */
  detail: string
  href: string
  /** The text typed is its very name, and not a part of it. */
  exact: boolean
}

/** What was typed, and what it may be. */
export interface Query {
  text: string
  /** Capitals, as references and numbers are kept. */
  upper: string
  /** Pattern of what contains it. */
  pattern: string
  /** Null when it is no amount. */
  cents: Cents | null
}

/** A kind of thing that the search finds, for those who may open it. */
export interface SearchGroup {
  title: string
  roles: readonly Role[]
  /** At most `MOST_HITS`, the exact ones first; [] when the text cannot be the name of one. */
  find: (query: Query, role: Role) => Promise<Hit[]>
}

/** More is a list, which has its filters. */
export const MOST_HITS = 8
