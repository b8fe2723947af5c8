import type { Cents } from '#app/shared/cents'
import { formatDay } from '#app/shared/french_format'
import { parisDay } from '#app/shared/day'
import { refuse, type Refused } from '#app/shared/result'
import { row } from '#app/shared/rows'
import type { Trx } from '#app/shared/transaction'

export interface ReceiptToReverse {
  id: number
  conventionId: number
  code: string
  reference: string
  amountCents: Cents
  /** Its entry, null while it is not in the books. */
  entryId: number | null
}

interface Found extends ReceiptToReverse {
  reversedAt: Date | null
  issuing: boolean
  /** Year whose remaining money was decided with this instalment. */
  decidedYear: number | null
}

/** An instalment that may still be taken back, locked until the transaction ends; or why it stays. */
export async function receiptToReverse(trx: Trx, id: number): Promise<ReceiptToReverse | Refused> {
  const found = await row<Found>(
    `SELECT f.id, c.id AS "conventionId", c.code, f.reference, f.amount_cents AS "amountCents", e.id AS "entryId",
       f.reversed_at AS "reversedAt",
       EXISTS (SELECT 1 FROM runs WHERE convention_id = c.id AND state = 'issuing') AS issuing,
       (SELECT max(y.year) FROM year_end_choices y WHERE y.convention_id = c.id
         AND y.year >= extract(year FROM coalesce(e.entry_date, f.received_on))) AS "decidedYear"
     FROM funder_receipts f JOIN conventions c ON c.id = f.convention_id
     LEFT JOIN journal_entries e ON e.receipt_id = f.id AND e.kind = 'funder_receipt' WHERE f.id = ? FOR UPDATE OF f`,
    [id],
    trx
  )
  if (!found) return refuse('VERSEMENT_INCONNU', 'Ce versement n’existe pas.')
  const { reversedAt, issuing, decidedYear, ...receipt } = found
  if (reversedAt) {
    return refuse(
      'VERSEMENT_CONTREPASSE',
      `Ce versement est déjà contre-passé, depuis le ${formatDay(parisDay(reversedAt))}.`
    )
  }
  if (issuing) {
    return refuse(
      'EMISSION_EN_COURS',
      'Une campagne de cette convention est en cours d’émission, sur l’argent reçu.',
      'Attendez sa fin, ou reprenez-la.'
    )
  }
  if (decidedYear !== null) {
    return refuse(
      'RESTE_DECIDE',
      `Ce versement compte dans ce qui restait à la fin de ${decidedYear}, dont l’emploi est décidé et rendu au financeur.`,
      'Voyez avec l’expert-comptable\u00a0: la correction se passe en comptabilité générale.'
    )
  }
  return receipt
}
