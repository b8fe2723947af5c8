import type { Cents } from '#app/shared/cents'
import type { Day } from '#app/shared/day'
import { formatDay } from '#app/shared/french_format'
import { refuse, type Refused } from '#app/shared/result'
import { row } from '#app/shared/rows'
import type { Trx } from '#app/shared/transaction'

/** What a debit note claims, and nobody paid. */
export interface OpenDebt {
  statementId: number
  number: string
  /** Above zero. */
  amountCents: Cents
  /** The account of associations that the convention’s statements credit. */
  account: string
  label: string
  association: { code: string; name: string }
}

/** The debt of a statement, its note locked until the transaction ends. */
export async function openDebt(trx: Trx, statementId: number): Promise<OpenDebt | Refused> {
  const found = await row<OpenDebt & { paidOn: Day | null }>(
    `SELECT n.statement_id AS "statementId", n.number, n.amount_cents AS "amountCents", m.payable_account AS account,
       m.payable_label AS label, json_build_object('code', a.code, 'name', a.name) AS association, d.paid_on AS "paidOn"
     FROM debit_notes n JOIN statements s ON s.id = n.statement_id JOIN runs r ON r.id = s.run_id
     JOIN associations a ON a.id = s.association_id JOIN account_mappings m ON m.convention_id = r.convention_id
     LEFT JOIN debit_payments d ON d.statement_id = n.statement_id WHERE n.statement_id = ? FOR SHARE OF n`,
    [statementId],
    trx
  )
  if (!found) {
    return refuse(
      'NOTE_INCONNUE',
      'Le solde de ce relevé n’est pas réclamé.',
      'Une note de débit s’établit d’abord\u00a0; ensuite elle se paie.'
    )
  }
  const { paidOn, ...debt } = found
  if (paidOn) {
    return refuse(
      'NOTE_PAYEE',
      `La note ${debt.number} est déjà payée, depuis le ${formatDay(paidOn)}.`,
      'Si c’est un second paiement, classez son suspens et rendez-le à l’association.'
    )
  }
  return debt
}
