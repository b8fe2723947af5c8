import { rehearsable } from '#app/keeping/privacy/rehearsable'
import { recordEvent } from '#app/shared/record_event'
import { refuse, type Refused } from '#app/shared/result'
import { row } from '#app/shared/rows'

/** Ends a legal hold, once. */
export function liftHold(
  id: number,
  actorId: number,
  dryRun = false
): Promise<{ id: number } | Refused> {
  return rehearsable(dryRun, async (trx) => {
    const lifted = await row<{ saisineId: number | null; conventionId: number | null }>(
      `UPDATE legal_holds SET lifted_by = ?, lifted_at = now() WHERE id = ? AND lifted_at IS NULL
       RETURNING saisine_id AS "saisineId", convention_id AS "conventionId"`,
      [actorId, id],
      trx
    )
    if (!lifted) {
      return refuse(
        'DEJA_LEVEE',
        'Cette conservation n’existe pas, ou elle est déjà levée.',
        'Voyez celles qui sont en cours\u00a0: page Conservation, ou ./ace privacy:holds.'
      )
    }
    await recordEvent(trx, actorId, {
      verb: 'hold.lifted',
      subject: lifted.saisineId
        ? ['saisine', lifted.saisineId]
        : ['convention', lifted.conventionId!],
    })
    return { id }
  })
}
