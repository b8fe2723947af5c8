import { archiveDebitNote } from '#app/statements/debit_notes/archive_debit_note'
import { recordDebitNote } from '#app/statements/debit_notes/record_debit_note'
import type { Cents } from '#app/shared/cents'
import { recordEvent } from '#app/shared/record_event'
import { isRefused, refuse, type Refused } from '#app/shared/result'
import { row } from '#app/shared/rows'
import { lock, transaction, type Trx } from '#app/shared/transaction'

export interface DebtClaim {
  /** Number of the statement that ended below zero. */
  statement: string
  reason: string
  actorId: number
  at?: Date
}

export interface ClaimedDebt {
  /** Number of the debit note. */
  number: string
  amountCents: Cents
}

/**
 * Decides that a negative balance is claimed back instead of carried to the next statement: numbers the debit note
 * and records what it prints, in one transaction, then draws and archives it. Interrupted between the two, the
 * document is made when it is asked for.
 */
export async function claimDebt(claim: DebtClaim): Promise<ClaimedDebt | Refused> {
  const claimed = await decideClaim(claim)
  if (!isRefused(claimed)) await archiveDebitNote(claimed.number)
  return claimed
}

async function decideClaim({
  statement,
  reason,
  actorId,
  at = new Date(),
}: DebtClaim): Promise<ClaimedDebt | Refused> {
  if (reason.trim() === '') {
    return refuse('MOTIF_MANQUANT', 'Une note de débit se motive.', 'Dites pourquoi.', 'motif')
  }
  return transaction<ClaimedDebt>(async (trx) => {
    await lockCalculation(trx, statement)
    const found = await row<{ id: number; carriedCents: Cents; taken: boolean; claimed: boolean }>(
      `SELECT s.id, s.carried_cents AS "carriedCents",
         EXISTS (SELECT 1 FROM settlement_lines WHERE carried_statement_id = s.id) AS taken,
         EXISTS (SELECT 1 FROM debit_notes WHERE statement_id = s.id) AS claimed
       FROM statements s WHERE s.number = ? FOR SHARE`,
      [statement],
      trx
    )
    if (!found) return refuse('RELEVE_INCONNU', `Il n’y a pas de relevé ${statement}.`)
    if (found.carriedCents === 0)
      return refuse('SOLDE_POSITIF', `Le relevé ${statement} ne laisse rien à réclamer.`)
    if (found.taken)
      return refuse(
        'SOLDE_REPRIS',
        'Ce solde est déjà repris par une campagne.',
        'Abandonnez-la, puis recommencez.'
      )
    if (found.claimed) return refuse('SOLDE_RECLAME', 'Ce solde est déjà réclamé.')
    const amountCents = -found.carriedCents
    const draft = { statementId: found.id, amountCents, reason, actorId, at }
    const number = await recordDebitNote(trx, draft)
    await recordEvent(trx, actorId, {
      verb: 'statement.debt_claimed',
      subject: ['statement', found.id],
      after: { number, amountCents, reason },
    })
    return { number, amountCents }
  })
}

/** A calculation under way may be taking the balance up: one of the two comes first, and the other sees it. */
async function lockCalculation(trx: Trx, statement: string): Promise<void> {
  const found = await row<{ conventionId: number }>(
    `SELECT r.convention_id AS "conventionId" FROM statements s JOIN runs r ON r.id = s.run_id WHERE s.number = ?`,
    [statement],
    trx
  )
  if (found) await lock(trx, `reconcile ${found.conventionId}`)
}
