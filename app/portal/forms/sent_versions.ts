import { serviceLabels } from '#app/returns/find_return_form'
import { OUTCOME_WORDS } from '#app/conventions/convention_words'
import type { OwnSaisine } from '#app/returns/own_saisine'
import { ORIGIN_WORDS } from '#app/returns/return_form_words'
import { inWords } from '#app/saisines/saisine_words'
import type { Day } from '#app/shared/day'
import { rows } from '#app/shared/rows'
import type { StateLabel } from '#app/shared/screens/list'
import { MATCH_STATES } from '#start/match_words'

interface VersionRow {
  id: number
  version: number
  receivedOn: Day
  origin: string
  outcome: string
  quantities: Record<string, number>
  match: string | null
}

export interface SentVersion extends Omit<VersionRow, 'quantities' | 'match'> {
  /** « Entretien : 3 ». */
  acts: string[]
  state: StateLabel
}

/** All that was sent of a saisine, the last version first; an earlier one that was corrected says so. */
export async function sentVersions(
  saisine: Pick<OwnSaisine, 'reference' | 'conventionId' | 'associationId'>
): Promise<SentVersion[]> {
  const labels = await serviceLabels(saisine.conventionId)
  const found = await rows<VersionRow>(
    `SELECT f.id, f.version, f.received_on AS "receivedOn", f.origin, f.outcome, f.quantities, o.outcome AS match
     FROM return_forms f LEFT JOIN form_outcomes o ON o.form_id = f.id
     WHERE f.reference = ? AND f.convention_id = ? AND f.association_id = ? ORDER BY f.version DESC`,
    [saisine.reference, saisine.conventionId, saisine.associationId]
  )
  const corrected = found.find(({ origin }) => origin === 'portal')?.version ?? 0
  return found.map(({ quantities, match, ...one }) => ({
    ...one,
    origin: ORIGIN_WORDS[one.origin]!,
    outcome: OUTCOME_WORDS[one.outcome]!,
    acts: Object.entries(quantities).map(
      ([code, n]) => `${labels.get(code) ?? inWords(code)}\u00a0: ${n}`
    ),
    state:
      one.version < corrected
        ? { label: 'Corrigée', tone: 'calm' }
        : MATCH_STATES[match ?? 'A_RAPPROCHER']!,
  }))
}
