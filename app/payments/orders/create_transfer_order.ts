import { createHash } from 'node:crypto'
import drive from '@adonisjs/drive/services/main'
import type { Breach } from '#app/payments/pain001/check_pain001'
import { changedNames } from '#app/payments/orders/changed_names'
import { prepareOrder } from '#app/payments/orders/prepare_order'
import { reread } from '#app/payments/pain001/reread'
import type { PayableStatement } from '#app/payments/orders/select_statements'
import type { PaymentOrder } from '#app/payments/pain001/payment_order'
import type { Cents } from '#app/shared/cents'
import { sumCents } from '#app/shared/cents'
import type { Day } from '#app/shared/day'
import { recordEvent } from '#app/shared/record_event'
import { refuse, type Refused } from '#app/shared/result'
import { row } from '#app/shared/rows'
import { transaction, type Trx } from '#app/shared/transaction'

export interface TransferOrderDraft {
  runIds: readonly number[]
  executionDate: Day
  actorId: number
  at?: Date
}

export interface TransferOrder {
  id: number
  messageId: string
  transfers: number
  totalCents: Cents
  fileKey: string
  sha256: string
  /** Names that the bank's character set changed, for the operator's eye. */
  changedNames: ReturnType<typeof changedNames>
  warnings: Breach[]
}

/**
 * Makes one transfer of each statement of the runs that waits for its money, and the bank's file of them. The file
 * is offered only when our rules accept it and an independent reading finds the same transfers and the same total.
 */
export async function createTransferOrder(
  draft: TransferOrderDraft
): Promise<TransferOrder | Refused> {
  const at = draft.at ?? new Date()
  return transaction<TransferOrder>(async (trx) => {
    const prepared = await prepareOrder(trx, draft, at)
    if (!prepared) return nothingToPay(trx, draft.runIds)
    const { statements, order, file, doubts, breaches } = prepared
    if (doubts.length > 0) return { refused: doubts }
    const errors = breaches.filter(({ level }) => level === 'error')
    if (errors.length > 0) {
      return {
        refused: errors.map(({ code, message, where }) => ({
          code,
          message: `${where} : ${message}`,
        })),
      }
    }
    reread(file, order)
    return store(trx, order, statements, file, { ...draft, at, warnings: breaches })
  })
}

async function nothingToPay(trx: Trx, runIds: readonly number[]): Promise<Refused> {
  const before = await row<{ id: number }>(
    `SELECT max(t.transfer_order_id) AS id FROM transfers t JOIN statements s ON s.id = t.statement_id
     WHERE s.run_id = ANY(?)`,
    [runIds],
    trx
  )
  return before?.id
    ? refuse(
        'DEJA_EN_PAIEMENT',
        `Ces relevés sont déjà dans l’ordre de virement n° ${before.id}.`,
        'Reprenez le fichier de cet ordre.'
      )
    : refuse(
        'RIEN_A_PAYER',
        'Aucun relevé émis de ces campagnes n’attend de virement.',
        'Émettez d’abord la campagne.'
      )
}

async function store(
  trx: Trx,
  order: PaymentOrder,
  statements: readonly PayableStatement[],
  file: string,
  { executionDate, actorId, at, warnings }: TransferOrderDraft & { at: Date; warnings: Breach[] }
): Promise<TransferOrder> {
  const bytes = Buffer.from(file)
  const sha256 = createHash('sha256').update(bytes).digest()
  const fileKey = `virements/${order.messageId}.xml`
  const totalCents = sumCents(order.transfers.map(({ amount }) => amount))
  await drive.use().put(fileKey, bytes)
  const [created] = await trx
    .table('transfer_orders')
    .insert({
      message_id: order.messageId,
      execution_date: executionDate,
      transfer_count: order.transfers.length,
      total_cents: totalCents,
      file_key: fileKey,
      sha256,
      created_by: actorId,
      created_at: at,
    })
    .returning('id')
  const id = created.id as number
  await trx.table('transfers').multiInsert(
    order.transfers.map(({ endToEndId, instructionId, amount }, i) => ({
      transfer_order_id: id,
      statement_id: statements[i]!.id,
      bank_account_id: statements[i]!.bankAccountId,
      end_to_end_id: endToEndId,
      instruction_id: instructionId,
      amount_cents: amount,
    }))
  )
  await recordEvent(trx, actorId, {
    verb: 'transfer_order.created',
    subject: ['transfer_order', id],
    after: { messageId: order.messageId, totalCents, sha256: sha256.toString('hex') },
  })
  return {
    id,
    messageId: order.messageId,
    transfers: order.transfers.length,
    totalCents,
    fileKey,
    sha256: sha256.toString('hex'),
    changedNames: changedNames(order),
    warnings,
  }
}
