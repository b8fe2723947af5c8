import type User from '#app/accounts/user'
import { textProblems } from '#app/settlement/disputes/dispute_text'
import { CLAIMANTS } from '#app/settlement/disputes/open_dispute'
import { recordEvent } from '#app/shared/record_event'
import { refuse, type Refused } from '#app/shared/result'
import { row } from '#app/shared/rows'
import { transaction } from '#app/shared/transaction'

export interface WrittenMessage {
  id: number
  disputeId: number
}

/** Adds a message to a dispute that waits: the association about its own, the coordination about any. */
export async function writeDisputeMessage(
  actor: Pick<User, 'id' | 'role' | 'associationId'>,
  disputeId: number,
  typed: string
): Promise<WrittenMessage | Refused> {
  if (!CLAIMANTS.includes(actor.role)) {
    return refuse(
      'ROLE_INSUFFISANT',
      'Ce fil est entre l’association et la coordination.',
      'Demandez à une personne qui a ce rôle.'
    )
  }
  const body = typed.trim()
  if (body === '') {
    return refuse('MESSAGE_VIDE', 'Le message est vide.', 'Écrivez une phrase.', 'message')
  }
  const problems = textProblems(body, 'message')
  if (problems.length > 0) return { refused: problems }
  return transaction<WrittenMessage>(async (trx) => {
    const dispute = await row<{ associationId: number; closedAt: Date | null }>(
      `SELECT association_id AS "associationId", closed_at AS "closedAt" FROM disputes WHERE id = ? FOR UPDATE`,
      [disputeId],
      trx
    )
    const stranger = actor.role === 'association' && dispute?.associationId !== actor.associationId
    if (!dispute || stranger) {
      return refuse('RECLAMATION_INCONNUE', `Il n’y a pas de réclamation n° ${disputeId}.`)
    }
    if (dispute.closedAt) {
      return refuse(
        'RECLAMATION_CLOSE',
        `La réclamation n° ${disputeId} a déjà sa réponse.`,
        'Une autre peut être ouverte au même sujet.'
      )
    }
    const side = actor.role === 'association' ? 'association' : 'federation'
    const written = (await row<{ id: number }>(
      'INSERT INTO dispute_messages (dispute_id, author_id, side, body) VALUES (?, ?, ?, ?) RETURNING id',
      [disputeId, actor.id, side, body],
      trx
    ))!
    await recordEvent(trx, actor.id, {
      verb: 'dispute.message_written',
      subject: ['dispute', disputeId],
      after: { side },
    })
    return { id: written.id, disputeId }
  })
}
