import { envelopesShown, type EnvelopeShown } from '#app/conventions/convention_page'
import type { Day } from '#app/shared/day'
import { rows } from '#app/shared/rows'

export interface CurrentEnvelope extends EnvelopeShown {
  conventionId: number
  code: string
}

/** The envelope of the day of each living convention, or else its last one, with what is taken of it. */
export async function currentEnvelopes(today: Day): Promise<CurrentEnvelope[]> {
  const conventions = await rows<{ id: number; code: string }>(
    `SELECT id, code FROM conventions WHERE state IN ('active', 'expired') ORDER BY code`
  )
  const found = await Promise.all(
    conventions.map(async ({ id, code }) => {
      const envelopes = await envelopesShown(id)
      const current =
        envelopes.find(({ from, lastDay }) => from <= today && today <= lastDay) ?? envelopes[0]
      return current ? [{ ...current, conventionId: id, code }] : []
    })
  )
  return found.flat()
}
