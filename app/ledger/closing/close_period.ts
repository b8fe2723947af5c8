import { letterWithin } from '#app/ledger/lettering/letter_accounts'
import type { Cents } from '#app/shared/cents'
import { parisDay, type Day } from '#app/shared/day'
import { formatDay, plural } from '#app/shared/french_format'
import { recordEvent } from '#app/shared/record_event'
import type { Reason, Refused } from '#app/shared/result'
import { row } from '#app/shared/rows'
import { lock, transaction, type Trx } from '#app/shared/transaction'

export interface Closure {
  /** Last day closed, included. */
  until: Day
  entries: number
  debitCents: Cents
  /** SHA-256 over the hashes of all the entries closed so far, in hexadecimal. */
  digest: string
}

/**
 * Closes the books up to a day, included: letters what is answered, seals the entries and validates them. A later
 * fact is booked in the open period. Nothing opens a closed period again.
 */
export async function closePeriod(
  actorId: number,
  until: Day,
  at: Date = new Date()
): Promise<Closure | Refused> {
  return transaction<Closure>(async (trx) => {
    await lock(trx, 'ledger')
    const reasons = await closingReasons(trx, until, parisDay(at))
    if (reasons.length > 0) return { refused: reasons }
    await letterWithin(trx, actorId, parisDay(at))
    const closure = await row<Closure>(
      `INSERT INTO period_closures (until, entry_count, debit_cents, digest, closed_by, closed_at)
       SELECT ?, entries, debit, digest, ?, ? FROM (${sealed('?')}) AS seal
       RETURNING until, entry_count AS entries, debit_cents AS "debitCents", encode(digest, 'hex') AS digest`,
      [until, actorId, at, until],
      trx
    )
    await recordEvent(trx, actorId, {
      verb: 'ledger.period_closed',
      subject: ['ledger', 0],
      after: { until, entries: closure!.entries, digest: closure!.digest },
    })
    return closure!
  })
}

/** SQL of what a closure seals: every entry up to that day. */
export function sealed(day: string): string {
  return `SELECT count(*) AS entries, coalesce(sum(debit), 0)::bigint AS debit,
      sha256(coalesce(string_agg(hash, ''::bytea ORDER BY id), ''::bytea)) AS digest
    FROM (SELECT e.id, e.hash, (SELECT sum(debit_cents) FROM journal_postings p WHERE p.entry_id = e.id) AS debit
      FROM journal_entries e WHERE e.entry_date <= ${day}::date) AS entry`
}

/** Why the books cannot be closed up to that day. */
export async function closingReasons(trx: Trx, until: Day, today: Day): Promise<Reason[]> {
  const facts = await row<{ last: Day | null; receipts: number; issuing: number }>(
    `SELECT (SELECT max(until) FROM period_closures) AS last,
       (SELECT count(*) FROM living_receipts f WHERE received_on <= ?
         AND NOT EXISTS (SELECT 1 FROM journal_entries WHERE receipt_id = f.id)) AS receipts,
       (SELECT count(*) FROM runs WHERE state = 'issuing') AS issuing`,
    [until],
    trx
  )
  const { last, receipts, issuing } = facts!
  const reasons: Reason[] = []
  if (until >= today) {
    reasons.push({
      code: 'PERIODE_EN_COURS',
      message: `Le ${formatDay(until)} n’est pas passé\u00a0: des écritures peuvent encore y venir.`,
      remedy: 'Clôturez jusqu’à la veille au plus.',
      field: 'jusqu_au',
    })
  }
  if (last !== null && until <= last) {
    reasons.push({
      code: 'PERIODE_CLOSE',
      message: `Les comptes sont déjà clos jusqu’au ${formatDay(last)}.`,
      remedy: 'Donnez un jour plus tardif.',
      field: 'jusqu_au',
    })
  }
  if (receipts > 0) {
    reasons.push({
      code: 'VERSEMENTS_NON_COMPTABILISES',
      message: `${plural(receipts, 'versement')} de cette période ${receipts > 1 ? 'ne sont pas comptabilisés' : 'n’est pas comptabilisé'}.`,
      remedy: 'Comptabilisez-les à la page des versements reçus.',
    })
  }
  if (issuing > 0) {
    reasons.push({
      code: 'EMISSION_EN_COURS',
      message: 'Une campagne est en cours d’émission.',
      remedy: 'Attendez sa fin, ou reprenez-la.',
    })
  }
  return reasons
}
