import { lotIdOf } from '#app/payments/pain001/lot_id'
import { writeItems } from '#app/payments/bank/write_items'
import { rows } from '#app/shared/rows'
import type { Trx } from '#app/shared/transaction'

/**
 * Keeps what a file says of payees, on the account of the transfer that each line names, or on the account of its
 * IBAN. A match said of the whole order is said of each of its accounts. What finds no account is an open item.
 */
export async function storeChecks(
  trx: Trx,
  fileId: number,
  { actorId, at }: { actorId: number; at: Date }
): Promise<{ checks: number }> {
  const stored = await rows<{ id: number }>(STORE, [at, fileId], trx)
  const lost = await rows<{ id: number; reference: string | null }>(LOST, [fileId], trx)
  const items = lost.map(({ id, reference }) => ({
    partId: null,
    statusId: id,
    offsetOf: null,
    open: {
      code: 'BENEFICIAIRE_INCONNU',
      message: `La banque a vérifié un bénéficiaire que nous ne trouvons pas${reference ? `\u00a0: «\u00a0${reference}\u00a0»` : ''}.`,
      remedy: 'Vérifiez que ce fichier répond à un de nos ordres, puis classez cette ligne.',
    },
  }))
  await writeItems(trx, items, { actorId, at })
  return { checks: stored.length }
}

// An account whose IBAN is not the one that the bank checked is not the one that it spoke of.
const STORE = `
  INSERT INTO payee_checks (status_id, bank_account_id, transfer_id, result, known_name, checked_at)
  SELECT s.id, b.id, t.id, s.status, s.known_name, ?
  FROM bank_statuses s
  LEFT JOIN LATERAL (
    SELECT t.id, t.bank_account_id FROM transfers t JOIN transfer_orders o ON o.id = t.transfer_order_id
    WHERE t.end_to_end_id = s.end_to_end_id OR t.instruction_id = s.instruction_id
      OR (s.end_to_end_id IS NULL AND s.instruction_id IS NULL AND s.iban_index IS NULL AND s.status = 'RCVC'
        AND (o.message_id = s.order_id OR s.lot_id = ${lotSql('o.message_id')})
        AND NOT EXISTS (SELECT 1 FROM bank_statuses l WHERE l.bank_file_id = s.bank_file_id AND l.level = 'check'
          AND (l.end_to_end_id = t.end_to_end_id OR l.instruction_id = t.instruction_id)))) t ON true
  JOIN LATERAL (
    SELECT b.id FROM bank_accounts b
    WHERE CASE WHEN t.id IS NOT NULL THEN b.id = t.bank_account_id AND b.iban_index = coalesce(s.iban_index, b.iban_index)
      ELSE b.iban_index = s.iban_index AND b.replaced_at IS NULL AND b.rejected_at IS NULL END) b ON true
  WHERE s.bank_file_id = ? AND s.level = 'check' ORDER BY s.position, t.id
  ON CONFLICT ON CONSTRAINT payee_checks_once DO NOTHING RETURNING id`

// A word on the whole order that names nobody is not lost: its lines say who.
const LOST = `
  SELECT s.id, coalesce(s.end_to_end_id, s.instruction_id) AS reference FROM bank_statuses s
  WHERE s.bank_file_id = ? AND s.level = 'check'
    AND (s.status = 'RCVC' OR s.end_to_end_id IS NOT NULL OR s.instruction_id IS NOT NULL OR s.iban_index IS NOT NULL)
    AND NOT EXISTS (SELECT 1 FROM payee_checks p WHERE p.status_id = s.id)
    AND NOT (s.status = 'RCVC' AND s.end_to_end_id IS NULL AND s.instruction_id IS NULL AND s.iban_index IS NULL
      AND EXISTS (SELECT 1 FROM transfer_orders o WHERE o.message_id = s.order_id OR s.lot_id = ${lotSql('o.message_id')}))`

function lotSql(column: string): string {
  return `${column} || '${lotIdOf('')}'`
}
