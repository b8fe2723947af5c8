import { bankLedger } from '#app/ledger/bank_ledger'
import { postEntry } from '#app/ledger/post_entry'
import type { Posting } from '#app/ledger/posting'
import { lockBankAnswers } from '#app/payments/bank/lock_bank_answers'
import { receiptToReverse, type ReceiptToReverse } from '#app/payments/receipts/receipt_to_reverse'
import { releaseCredit } from '#app/payments/receipts/release_credit'
import type { Cents } from '#app/shared/cents'
import { parisDay } from '#app/shared/day'
import { recordEvent } from '#app/shared/record_event'
import { isRefused, refuse, type Refused } from '#app/shared/result'
import { rows } from '#app/shared/rows'
import { lock, transaction, type Trx } from '#app/shared/transaction'

export interface Reversal {
  receiptId: number
  reason: string
  /** The person read what the reversal does, and says so. */
  confirmed: boolean
}

export interface ReversedReceipt {
  reference: string
  amountCents: Cents
  /** Entry of the reversal; null when the instalment was not in the books yet. */
  entryId: number | null
  /** Open item of the bank that waits again; null when none had been matched. */
  itemId: number | null
}

const LONGEST = 500

/**
 * Takes back an instalment that was written by mistake: its entry is reversed in the open period, the line of the bank
 * waits again, and it counts no more for envelopes and gates. It stays, with the reason.
 */
export async function reverseReceipt(
  actorId: number,
  { receiptId, reason, confirmed }: Reversal,
  at: Date = new Date()
): Promise<ReversedReceipt | Refused> {
  const why = reason.trim()
  if (why === '' || why.length > LONGEST) {
    return refuse(
      'MOTIF_MANQUANT',
      `Une contre-passation se motive, en ${LONGEST} caractères au plus.`,
      'Dites quelle était l’erreur.',
      'motif'
    )
  }
  if (!confirmed) {
    return refuse(
      'CONFIRMATION_MANQUANTE',
      'Une contre-passation ne se défait pas.',
      'Relisez ce qu’elle fait, puis confirmez-la.',
      'confirme'
    )
  }
  return transaction<ReversedReceipt>(async (trx) => {
    await lockBankAnswers(trx)
    await lock(trx, 'conventions')
    await lock(trx, 'ledger')
    const receipt = await receiptToReverse(trx, receiptId)
    if (isRefused(receipt)) return receipt
    const { id, reference, amountCents, conventionId } = receipt
    await rows(
      'UPDATE funder_receipts SET reversed_at = ?, reversed_by = ?, reversal_reason = ? WHERE id = ?',
      [at, actorId, why, id],
      trx
    )
    const entryId = receipt.entryId && (await reverse(trx, receipt, at))
    await recordEvent(trx, actorId, {
      verb: 'receipt.reversed',
      subject: ['convention', conventionId],
      after: { reference, amountCents, reason: why, ...(entryId && { entry: entryId }) },
    })
    const itemId = await releaseCredit(trx, id, { actorId, at, reason: why })
    return { reference, amountCents, entryId, itemId }
  })
}

/** The entry whose sides are exchanged, in the same accounts whatever was chosen since. */
async function reverse(trx: Trx, receipt: ReceiptToReverse, at: Date): Promise<number> {
  const bank = (await bankLedger(trx))!
  const postings = await rows<Posting>(
    `SELECT account, account_label AS "accountLabel", auxiliary, auxiliary_label AS "auxiliaryLabel",
       credit_cents AS debit, debit_cents AS credit FROM journal_postings WHERE entry_id = ? ORDER BY position`,
    [receipt.entryId],
    trx
  )
  const today = parisDay(at)
  const entry = await postEntry(trx, {
    kind: 'receipt_reversal',
    statementId: null,
    receiptId: receipt.id,
    journalCode: bank.journalCode,
    journalLabel: bank.journalLabel,
    entryDate: today,
    pieceRef: receipt.reference,
    pieceDate: today,
    label: `Contre-passation du versement ${receipt.code}`,
    postings,
  })
  return entry.id
}
