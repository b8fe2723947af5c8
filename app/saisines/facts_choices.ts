import { inWords } from '#app/saisines/saisine_words'
import type { Choice } from '#app/shared/screens/list'
import { rows } from '#app/shared/rows'

/** Value of a saisine whose facts nobody said. */
export const NO_FACTS = 'non_precises'

const MOST = 100

/**
 * The facts that saisines have, which the network words as it wants: each is found from the one before by the index,
 * since there are few, and saisines by the million.
 */
export async function factsChoices(): Promise<Choice[]> {
  const found = await rows<{ facts: string }>(
    `WITH RECURSIVE codes AS (
       SELECT min(facts) AS facts FROM saisines
       UNION ALL SELECT (SELECT min(s.facts) FROM saisines s WHERE s.facts > codes.facts) FROM codes
       WHERE codes.facts IS NOT NULL)
     SELECT facts FROM codes WHERE facts IS NOT NULL LIMIT ${MOST}`
  )
  return [
    ...found.map(({ facts }) => ({ value: facts, label: inWords(facts)! })),
    { value: NO_FACTS, label: 'Non précisés' },
  ]
}
