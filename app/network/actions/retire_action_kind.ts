import type User from '#app/accounts/user'
import { recordEvent } from '#app/shared/record_event'
import type { Refused } from '#app/shared/result'
import { row } from '#app/shared/rows'
import { found } from '#app/shared/screens/not_found'
import { transaction } from '#app/shared/transaction'

/** Takes a kind out of what may be declared, or puts it back; what was declared keeps it. */
export function retireActionKind(
  actor: Pick<User, 'id'>,
  kindId: number
): Promise<{ label: string; retired: boolean } | Refused> {
  return transaction<{ label: string; retired: boolean }>(async (trx) => {
    const kind = found(
      await row<{ label: string; retired: boolean }>(
        `UPDATE action_kinds SET retired_at = CASE WHEN retired_at IS NULL THEN now() END WHERE id = ?
         RETURNING label, retired_at IS NOT NULL AS retired`,
        [kindId],
        trx
      )
    )
    await recordEvent(trx, actor.id, {
      verb: kind.retired ? 'action_kind.retired' : 'action_kind.restored',
      subject: ['action_kind', kindId],
      after: { label: kind.label },
    })
    return kind
  })
}
