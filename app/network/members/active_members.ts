import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import type { Day } from '#app/shared/day'
import { rows } from '#app/shared/rows'

/** Those of the associations that belong to the network on that day. */
export async function activeMembers(
  associationIds: readonly number[],
  day: Day,
  client?: QueryClientContract
): Promise<Set<number>> {
  const found = await rows<{ id: number }>(
    `SELECT association_id AS id FROM memberships
     WHERE association_id = ANY(?::bigint[]) AND daterange(starts_on, ends_on) @> ?::date`,
    [associationIds, day],
    client
  )
  return new Set(found.map(({ id }) => id))
}
