import type { SaisineView } from '#app/saisines/find_saisine'
import type { Day } from '#app/shared/day'
import { row } from '#app/shared/rows'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'

export interface LastAccount {
  id: number
  version: number
  receivedOn: Day
  firstContactOn: Day | null
  lastActOn: Day | null
  outcome: string
  quantities: Readonly<Record<string, number>>
  memoDeVie: boolean | null
  note: string | null
}

/** What the association in charge said last of a saisine: a new version starts from it. */
export function lastAccount(
  saisine: Pick<SaisineView, 'reference' | 'conventionId' | 'associationId'>,
  client?: QueryClientContract
): Promise<LastAccount | null> {
  return row<LastAccount>(
    `SELECT id, version, received_on AS "receivedOn", first_contact_on AS "firstContactOn", last_act_on AS "lastActOn",
       outcome, quantities, memo_de_vie AS "memoDeVie", note
     FROM return_forms WHERE reference = ? AND convention_id = ? AND association_id = ? ORDER BY version DESC LIMIT 1`,
    [saisine.reference, saisine.conventionId, saisine.associationId],
    client
  )
}
