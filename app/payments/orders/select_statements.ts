import type { Cents } from '#app/shared/cents'
import { rows } from '#app/shared/rows'
import type { Trx } from '#app/shared/transaction'

/** A statement to pay: it is issued, above zero, and no living transfer pays it yet. */
export interface PayableStatement {
  id: number
  number: string
  runCode: string
  conventionCode: string
  payableCents: Cents
  associationCode: string
  bankAccountId: number
  holder: string
  bic: string | null
  ibanCiphertext: string
  blockedReason: string | null
  /** When the account may first be paid, if it replaced the statement's own. */
  replacementPayableFrom: Date | null
  street: string | null
  buildingNumber: string | null
  postcode: string | null
  town: string
  country: string
  department: string | null
  /** Transfers already tried for this statement, all rejected or returned. */
  attempts: number
}

/** Each with the account that its association has now: the statement's own may have been replaced since its issue. */
export function selectStatements(trx: Trx, runIds: readonly number[]): Promise<PayableStatement[]> {
  return rows<PayableStatement>(
    `SELECT s.id, s.number, r.code AS "runCode", c.code AS "conventionCode", s.payable_cents AS "payableCents",
       a.code AS "associationCode", b.id AS "bankAccountId", b.holder, b.bic,
       b.iban_ciphertext AS "ibanCiphertext", b.blocked_reason AS "blockedReason",
       CASE WHEN b.id <> s.bank_account_id THEN b.payable_from END AS "replacementPayableFrom",
       a.street, a.building_number AS "buildingNumber", a.postcode, a.town, a.country,
       (SELECT min(department_code) FROM association_departments d
         WHERE d.association_id = a.id AND department_code IN ('986', '987', '988')) AS department,
       (SELECT count(*) FROM transfers t WHERE t.statement_id = s.id) AS attempts
     FROM statements s
     JOIN runs r ON r.id = s.run_id JOIN conventions c ON c.id = r.convention_id
     JOIN associations a ON a.id = s.association_id
     JOIN bank_accounts b
       ON b.association_id = s.association_id AND b.approved_at IS NOT NULL AND b.replaced_at IS NULL
     WHERE s.run_id = ANY(?) AND s.payable_cents > 0 AND r.state IN ('issued', 'paid')
       AND NOT EXISTS (SELECT 1 FROM transfers t
         WHERE t.statement_id = s.id AND t.state NOT IN ('rejected', 'returned'))
     ORDER BY s.year, s.sequence`,
    [runIds],
    trx
  )
}
