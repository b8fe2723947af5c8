import type { Cents } from '#app/shared/cents'

/** A posting that nothing letters yet. */
export interface OpenPosting {
  entryId: number
  position: number
  account: string
  auxiliary: string
  statementId: number
  debitCents: Cents
  creditCents: Cents
}

/**
 * Postings that answer each other, in the order of their last entry. Those of a statement and of the statements that
 * take its balance up are followed together, entry by entry: each time debit and credit meet, what was followed since
 * the last time is one lettering. A returned transfer opens again a debt that the next transfer letters.
 */
export function letterPostings(
  open: readonly OpenPosting[],
  /** The statement that takes up the balance of another one: carried → taking. */
  takenUpBy: ReadonlyMap<number, number>
): OpenPosting[][] {
  const chains = Map.groupBy(open, ({ account, auxiliary, statementId }) =>
    JSON.stringify([account, auxiliary, lastOf(statementId, takenUpBy)])
  )
  const met = [...chains.values()].flatMap((chain) => meetings(chain.toSorted(inOrder)))
  return met.toSorted((a, b) => inOrder(a.at(-1)!, b.at(-1)!))
}

function meetings(chain: readonly OpenPosting[]): OpenPosting[][] {
  const found: OpenPosting[][] = []
  let followed: OpenPosting[] = []
  let balance = 0
  for (const posting of chain) {
    followed.push(posting)
    balance += posting.debitCents - posting.creditCents
    if (balance !== 0) continue
    found.push(followed)
    followed = []
  }
  return found
}

function lastOf(statementId: number, takenUpBy: ReadonlyMap<number, number>): number {
  let last = statementId
  for (let next = takenUpBy.get(last); next !== undefined; next = takenUpBy.get(last)) last = next
  return last
}

function inOrder(a: OpenPosting, b: OpenPosting): number {
  return a.entryId - b.entryId || a.position - b.position
}
