import type { Cents } from '#app/shared/cents'
import { recordEvent } from '#app/shared/record_event'
import { refuse, type Refused } from '#app/shared/result'
import { row } from '#app/shared/rows'
import { transaction } from '#app/shared/transaction'

export interface CorrectionDecision {
  correctionId: number
  verdict: 'approved' | 'refused'
  reason: string
  actorId: number
}

/** Says yes or no to a proposed correction; the next calculation takes up those approved. */
export async function decideCorrection({
  correctionId,
  verdict,
  reason,
  actorId,
}: CorrectionDecision): Promise<{ amountCents: Cents } | Refused> {
  if (reason.trim() === '') {
    return refuse('MOTIF_MANQUANT', 'Une décision se motive.', 'Dites pourquoi.', 'motif')
  }
  return transaction<{ amountCents: Cents }>(async (trx) => {
    const proposed = await row<{ state: string; amountCents: Cents }>(
      'SELECT state, amount_cents AS "amountCents" FROM proposed_corrections WHERE id = ? FOR UPDATE',
      [correctionId],
      trx
    )
    if (!proposed)
      return refuse('REGULARISATION_INCONNUE', `Il n’y a pas de régularisation n° ${correctionId}.`)
    if (proposed.state !== 'proposed') {
      return refuse('DEJA_DECIDEE', `La régularisation n° ${correctionId} est déjà décidée.`)
    }
    await trx.from('proposed_corrections').where('id', correctionId).update({
      state: verdict,
      decided_by: actorId,
      decided_at: new Date(),
      decision_reason: reason,
    })
    await recordEvent(trx, actorId, {
      verb: `correction.${verdict}`,
      subject: ['proposed_correction', correctionId],
      after: { reason },
    })
    return { amountCents: proposed.amountCents }
  })
}
