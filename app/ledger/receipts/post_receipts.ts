import { bankLedger } from '#app/ledger/bank_ledger'
import { postEntry } from '#app/ledger/post_entry'
import { receiptPostings } from '#app/ledger/receipts/receipt_postings'
import type { Cents } from '#app/shared/cents'
import type { Day } from '#app/shared/day'
import { recordEvent } from '#app/shared/record_event'
import { refuse, type Refused } from '#app/shared/result'
import { rows } from '#app/shared/rows'
import { lock, transaction, type Trx } from '#app/shared/transaction'

interface Waiting {
  id: number
  conventionId: number
  code: string
  receivedOn: Day
  amountCents: Cents
  reference: string
  account: string | null
  label: string | null
}

export interface PostedReceipts {
  posted: number
  /** Their convention has no funder account yet. */
  waiting: number
}

/** Posts every instalment that is not in the books yet, once, in the order they came. */
export async function postReceipts(actorId: number): Promise<PostedReceipts | Refused> {
  return transaction<PostedReceipts>((trx) => postWaitingReceipts(trx, actorId))
}

/** The same within the caller’s transaction. */
export async function postWaitingReceipts(
  trx: Trx,
  actorId: number
): Promise<PostedReceipts | Refused> {
  const bank = await bankLedger(trx)
  if (!bank) {
    return refuse(
      'COMPTE_BANQUE_ABSENT',
      'Le compte de banque de la comptabilité n’est pas choisi.',
      'Demandez à l’administration de l’enregistrer dans les réglages, avec son journal.'
    )
  }
  await lock(trx, 'ledger')
  const receipts = await rows<Waiting>(WAITING, [], trx)
  let posted = 0
  for (const { account, label, ...receipt } of receipts) {
    if (account === null || label === null) continue
    const entry = await postEntry(trx, {
      kind: 'funder_receipt',
      statementId: null,
      receiptId: receipt.id,
      journalCode: bank.journalCode,
      journalLabel: bank.journalLabel,
      entryDate: receipt.receivedOn,
      pieceRef: receipt.reference,
      pieceDate: receipt.receivedOn,
      label: `Versement ${receipt.code}`,
      postings: receiptPostings(receipt.amountCents, bank, { account, label }),
    })
    posted++
    await recordEvent(trx, actorId, {
      verb: 'receipt.posted',
      subject: ['convention', receipt.conventionId],
      after: { reference: receipt.reference, amountCents: receipt.amountCents, entry: entry.id },
    })
  }
  return { posted, waiting: receipts.length - posted }
}

const WAITING = `
  SELECT f.id, f.convention_id AS "conventionId", c.code, f.received_on AS "receivedOn", f.amount_cents AS "amountCents",
    f.reference, a.account, a.label
  FROM living_receipts f JOIN conventions c ON c.id = f.convention_id
  LEFT JOIN funder_accounts a ON a.convention_id = f.convention_id
  WHERE NOT EXISTS (SELECT 1 FROM journal_entries WHERE receipt_id = f.id) ORDER BY f.received_on, f.id`
