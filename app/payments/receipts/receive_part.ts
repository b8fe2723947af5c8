import { matchReceipt } from '#app/ledger/receipts/match_receipt'
import { writeReceipt } from '#app/ledger/receipts/record_receipt'
import { twinReceipts } from '#app/ledger/receipts/twin_receipts'
import { lockBankAnswers } from '#app/payments/bank/lock_bank_answers'
import { resolveAsReceipt } from '#app/payments/bank/resolve_as_receipt'
import { instalmentOf } from '#app/payments/receipts/instalment_of'
import { parisDay } from '#app/shared/day'
import { formatDay } from '#app/shared/french_format'
import { isRefused, refuse, type Refused } from '#app/shared/result'
import { row } from '#app/shared/rows'
import { lock, transaction, type Trx } from '#app/shared/transaction'

/** A new instalment of an envelope. */
interface NewInstalment {
  partId: number
  envelopeId: number
  /** Why it is not the one that another message of the bank told already; null when nobody says so. */
  distinct?: string | null
}

/** A credit of the bank is a funder’s money: an instalment that is known, or a new one of an envelope. */
export type Received = { partId: number; receiptId: number } | NewInstalment

/** Says which instalment a credit is, recording it when it is new, and closes the item that waited for it. */
export async function receivePart(
  actorId: number,
  received: Received,
  at: Date = new Date()
): Promise<{ receiptId: number } | Refused> {
  const { partId } = received
  return transaction<{ receiptId: number }>(async (trx) => {
    await lockBankAnswers(trx)
    const resolved = await resolveAsReceipt(trx, { partId, actorId, at })
    if (isRefused(resolved)) return resolved
    const receipt =
      'receiptId' in received
        ? { id: received.receiptId }
        : await newReceipt(trx, actorId, received, at)
    if (isRefused(receipt)) return receipt
    return matchReceipt(trx, { partId, receiptId: receipt.id, actorId })
  })
}

/** The instalment is what the bank’s line says: its day, its amount, its reference. */
async function newReceipt(
  trx: Trx,
  actorId: number,
  { partId, envelopeId, distinct = null }: NewInstalment,
  at: Date
): Promise<{ id: number } | Refused> {
  await lock(trx, 'conventions')
  const envelope = await row<{ conventionId: number }>(
    'SELECT convention_id AS "conventionId" FROM envelopes WHERE id = ? AND superseded_at IS NULL',
    [envelopeId],
    trx
  )
  if (!envelope) {
    return refuse(
      'ENVELOPPE_INCONNUE',
      'Cette enveloppe n’est pas en vigueur.',
      'Choisissez-en une autre.'
    )
  }
  const { conventionId } = envelope
  const told = distinct === null && (await toldAlready(trx, partId, conventionId))
  if (told) return told
  const line = await instalmentOf(trx, partId, conventionId)
  const receipt = { conventionId, envelopeId, distinct, ...line }
  return writeReceipt(trx, actorId, receipt, parisDay(at))
}

async function toldAlready(
  trx: Trx,
  partId: number,
  conventionId: number
): Promise<Refused | null> {
  const twins = await twinReceipts([partId], trx)
  const twin = twins.find((one) => one.conventionId === conventionId)
  if (!twin) return null
  return refuse(
    'VERSEMENT_DEJA_DIT',
    `Un versement de ce montant est déjà enregistré pour ${twin.code}\u00a0: ${twin.reference}, reçu le ${formatDay(twin.receivedOn)}. La banque raconte peut-être le même crédit dans deux messages.`,
    'Si c’est le même, classez ce suspens. Si ce sont deux versements, confirmez-le et dites pourquoi.',
    'distinct'
  )
}
