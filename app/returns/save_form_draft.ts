import { privacyGuard } from '#app/intake/privacy/privacy_guard'
import type { TypedCells } from '#app/intake/typed_cells'
import { ownSaisine } from '#app/returns/own_saisine'
import { refuse, type Refused } from '#app/shared/result'
import { transaction } from '#app/shared/transaction'

/** Keeps what an association has begun to write of its saisine, as typed, right or wrong. One draft a saisine. */
export async function saveFormDraft(
  actor: { id: number; associationId: number | null },
  saisineId: number,
  cells: TypedCells
): Promise<{ saisineId: number } | Refused> {
  // Nothing that names a person is kept, not even in a draft.
  const guard = privacyGuard(cells.observations ?? '')
  if (guard) {
    return refuse(
      'COLONNE_OBSERVATIONS',
      guard.message,
      'Retirez ce qui désigne une personne.',
      'observations'
    )
  }
  return transaction<{ saisineId: number }>(async (trx) => {
    const saisine = await ownSaisine(saisineId, actor.associationId ?? 0, trx)
    if (!saisine) {
      return refuse('SAISINE_INCONNUE', 'Cette saisine n’est pas confiée à votre association.')
    }
    await trx.rawQuery(
      `INSERT INTO form_drafts (saisine_id, association_id, cells, saved_by) VALUES (?, ?, ?, ?)
       ON CONFLICT (saisine_id) DO UPDATE SET association_id = excluded.association_id, cells = excluded.cells,
         saved_by = excluded.saved_by, saved_at = now()`,
      [saisineId, saisine.associationId, JSON.stringify(cells), actor.id]
    )
    return { saisineId }
  })
}
