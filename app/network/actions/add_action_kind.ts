import type User from '#app/accounts/user'
import { privacyGuard } from '#app/intake/privacy/privacy_guard'
import { normaliseKey } from '#app/shared/french_parse'
import { recordEvent } from '#app/shared/record_event'
import { refuse, type Refused } from '#app/shared/result'
import { row } from '#app/shared/rows'
import { transaction } from '#app/shared/transaction'

/** Adds a kind of action to the list that associations choose from. */
export function addActionKind(
  actor: Pick<User, 'id'>,
  label: string
): Promise<{ id: number } | Refused> {
  return transaction<{ id: number }>(async (trx) => {
    const code = normaliseKey(label).slice(0, 40)
    if (!/^[a-z][a-z0-9_]*$/.test(code) || label.length > 80) {
      return refuse(
        'NATURE_ILLISIBLE',
        'Cette nature n’a pas de nom lisible.',
        'Nommez-la en 80 caractères au plus.',
        'nature'
      )
    }
    const guard = privacyGuard(label)
    if (guard)
      return refuse('TEXTE_PERSONNEL', guard.message, 'Nommez une nature d’action.', 'nature')
    const created = await row<{ id: number }>(
      'INSERT INTO action_kinds (code, label) VALUES (?, ?) ON CONFLICT DO NOTHING RETURNING id',
      [code, label],
      trx
    )
    if (!created)
      return refuse('NATURE_CONNUE', 'Cette nature est déjà dans la liste.', undefined, 'nature')
    await recordEvent(trx, actor.id, {
      verb: 'action_kind.added',
      subject: ['action_kind', created.id],
      after: { code, label },
    })
    return created
  })
}
