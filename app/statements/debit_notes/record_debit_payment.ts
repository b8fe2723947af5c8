import { bankLedger } from '#app/ledger/bank_ledger'
import { letterWithin } from '#app/ledger/lettering/letter_accounts'
import { postEntry } from '#app/ledger/post_entry'
import { openDebt, type OpenDebt } from '#app/statements/debit_notes/open_debt'
import { debitPaymentPostings } from '#app/statements/debit_notes/debit_payment_postings'
import type { Cents } from '#app/shared/cents'
import { parisDay, type Day } from '#app/shared/day'
import { recordEvent } from '#app/shared/record_event'
import { isRefused, refuse, type Reason, type Refused } from '#app/shared/result'
import { rows } from '#app/shared/rows'
import { lock, transaction, type Trx } from '#app/shared/transaction'

export interface DebitPayment {
  /** The statement whose negative balance the note claims. */
  statementId: number
  /** Day of the credit on the account. */
  paidOn: Day
  /** Of the bank’s statement. */
  reference: string
  /** The line of the bank that it is, null when it is typed. */
  partId: number | null
}

export interface PaidDebt {
  number: string
  amountCents: Cents
  entryId: number
}

/** Records that an association paid a debit note, whole: the bank receives it, and the debt is lettered with it. */
export function recordDebitPayment(
  actorId: number,
  payment: DebitPayment,
  at: Date = new Date()
): Promise<PaidDebt | Refused> {
  return transaction<PaidDebt>((trx) => writeDebitPayment(trx, actorId, payment, at))
}

/** The same within the caller’s transaction. */
export async function writeDebitPayment(
  trx: Trx,
  actorId: number,
  { statementId, paidOn, reference, partId }: DebitPayment,
  at: Date
): Promise<PaidDebt | Refused> {
  const today = parisDay(at)
  const faults = typedFaults(paidOn, reference, today)
  if (faults.length > 0) return { refused: faults }
  await lock(trx, 'ledger')
  const debt = await openDebt(trx, statementId)
  if (isRefused(debt)) return debt
  const { number, amountCents } = debt
  const entry = await post(trx, debt, paidOn)
  if (isRefused(entry)) return entry
  await rows(
    `INSERT INTO debit_payments (statement_id, paid_on, reference, part_id, recorded_by, recorded_at)
     VALUES (?, ?, ?, ?, ?, ?)`,
    [statementId, paidOn, reference, partId, actorId, at],
    trx
  )
  await recordEvent(trx, actorId, {
    verb: 'statement.debt_paid',
    subject: ['statement', statementId],
    after: { number, amountCents, on: paidOn, reference },
  })
  await letterWithin(trx, actorId, today)
  return { number, amountCents, entryId: entry.id }
}

function typedFaults(paidOn: Day, reference: string, today: Day): Reason[] {
  const faults: Reason[] = []
  if (paidOn > today) {
    faults.push({
      code: 'PAIEMENT_A_VENIR',
      message: 'Ce jour est à venir\u00a0: un paiement s’enregistre quand il est sur le compte.',
      remedy: 'Attendez le relevé de banque.',
      field: 'paye_le',
    })
  }
  if (reference === '' || reference.length > 120) {
    faults.push({
      code: 'REFERENCE_MANQUANTE',
      message: 'La référence manque.',
      remedy: 'C’est celle du relevé de banque, en 120 caractères au plus.',
      field: 'reference',
    })
  }
  return faults
}

async function post(trx: Trx, debt: OpenDebt, paidOn: Day): Promise<{ id: number } | Refused> {
  const bank = await bankLedger(trx)
  if (!bank) {
    return refuse(
      'COMPTE_BANQUE_ABSENT',
      'Le compte de banque de la comptabilité n’est pas choisi.',
      'Demandez à l’administration de l’enregistrer dans les réglages, avec son journal.'
    )
  }
  return postEntry(trx, {
    kind: 'debit_payment',
    statementId: debt.statementId,
    journalCode: bank.journalCode,
    journalLabel: bank.journalLabel,
    entryDate: paidOn,
    pieceRef: debt.number,
    pieceDate: paidOn,
    label: `Remboursement ${debt.association.code}`,
    postings: debitPaymentPostings(debt, bank),
  })
}
