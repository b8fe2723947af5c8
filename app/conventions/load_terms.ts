import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import type { ConventionTerms } from '#app/conventions/convention_terms'
import { SCHEDULE_TERMS } from '#app/conventions/fees/schedule_query'
import { rows } from '#app/shared/rows'

/** What a convention says, with its live barèmes; throws when there is no such id or code. */
export async function loadTerms(
  convention: number | string,
  client?: QueryClientContract
): Promise<ConventionTerms> {
  const column = typeof convention === 'number' ? 'id' : 'code'
  const [terms] = await query(`WHERE c.${column} = ?`, [convention], client)
  if (!terms) throw new Error(`Convention inconnue\u00a0: ${convention}`)
  return terms
}

/** The terms of every convention, in the order of their codes. */
export function loadAllTerms(client?: QueryClientContract): Promise<ConventionTerms[]> {
  return query('', [], client)
}

/** One query, hence one instant: a barème published meanwhile is seen whole or not at all. */
function query(filter: string, bindings: (number | string)[], client?: QueryClientContract) {
  return rows<ConventionTerms>(
    `SELECT c.id, c.code, json_build_object('from', c.starts_on, 'to', c.ends_on) AS validity,
       c.price_date AS "priceDate",
       CASE WHEN c.deadline_from IS NOT NULL THEN json_build_object(
         'from', c.deadline_from, 'days', c.deadline_days, 'effect', c.deadline_effect) END AS deadline,
       c.payable_channels AS "payableChannels", c.covered_beneficiaries AS "coveredBeneficiaries",
       c.duplicate_policy AS "duplicatePolicy", c.ceiling_cents AS "ceilingPerSaisine",
       (SELECT coalesce(json_agg(${SCHEDULE_TERMS} ORDER BY s.starts_on, s.id), '[]') FROM fee_schedules s
        WHERE s.convention_id = c.id AND s.superseded_at IS NULL) AS schedules
     FROM conventions c ${filter} ORDER BY c.code`,
    bindings,
    client
  )
}
