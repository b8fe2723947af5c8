import { disputeCorrections } from '#app/settlement/disputes/dispute_corrections'
import { textProblems } from '#app/settlement/disputes/dispute_text'
import { notifyAnswer } from '#app/settlement/disputes/notify_answer'
import { recordEvent } from '#app/shared/record_event'
import { refuse, type Refused } from '#app/shared/result'
import { row } from '#app/shared/rows'
import { transaction, type Trx } from '#app/shared/transaction'

export interface DisputeAnswer {
  disputeId: number
  verdict: 'accepted' | 'rejected'
  /** Why, for the association to read. */
  answer: string
  actorId: number
}

export interface AnsweredDispute {
  disputeId: number
  verdict: DisputeAnswer['verdict']
  /** Corrections proposed or approved for the saisine contested: what an acceptance leads to. */
  corrections: number[]
}

/**
 * Answers a dispute, once, and opens the association's gate again. An acceptance pays nothing by itself: a decision,
 * a rectified form or a barème changes what is due, and the next calculation proposes the correction.
 */
export async function answerDispute({
  disputeId,
  verdict,
  answer: typed,
  actorId,
}: DisputeAnswer): Promise<AnsweredDispute | Refused> {
  const answer = typed.trim()
  if (answer === '') {
    return refuse(
      'MOTIF_MANQUANT',
      'Une réponse se motive.',
      'Dites à l’association pourquoi.',
      'reponse'
    )
  }
  const problems = textProblems(answer, 'reponse')
  if (problems.length > 0) return { refused: problems }
  return transaction<AnsweredDispute>(async (trx) => {
    const dispute = await row<{ closedAt: Date | null }>(
      'SELECT closed_at AS "closedAt" FROM disputes WHERE id = ? FOR UPDATE',
      [disputeId],
      trx
    )
    if (!dispute)
      return refuse('RECLAMATION_INCONNUE', `Il n’y a pas de réclamation n° ${disputeId}.`)
    if (dispute.closedAt) {
      return refuse(
        'RECLAMATION_CLOSE',
        `La réclamation n° ${disputeId} a déjà sa réponse.`,
        'L’association peut en ouvrir une autre.'
      )
    }
    await trx
      .from('disputes')
      .where('id', disputeId)
      .update({ closed_by: actorId, closed_at: new Date(), answer, verdict })
    await recordEvent(trx, actorId, {
      verb: `dispute.${verdict}`,
      subject: ['dispute', disputeId],
      after: { answer },
    })
    await notifyAnswer(trx, { disputeId, verdict, actorId })
    return { disputeId, verdict, corrections: await livingCorrections(trx, disputeId) }
  })
}

async function livingCorrections(trx: Trx, disputeId: number): Promise<number[]> {
  const found = await disputeCorrections(disputeId, trx)
  return found
    .filter(({ state }) => state === 'proposed' || state === 'approved')
    .map(({ id }) => id)
}
