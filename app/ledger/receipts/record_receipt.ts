import type { Cents } from '#app/shared/cents'
import type { Day } from '#app/shared/day'
import { recordEvent } from '#app/shared/record_event'
import { refuse, type Refused } from '#app/shared/result'
import { row } from '#app/shared/rows'
import { lock, transaction, type Trx } from '#app/shared/transaction'

export interface NewReceipt {
  conventionId: number
  /** The envelope that it is an instalment of; null: the one that covers its day. */
  envelopeId: number | null
  receivedOn: Day
  amountCents: Cents
  /** Of the bank’s statement: the same is not recorded twice for a convention. */
  reference: string
  /** Why it is another one than an instalment that looks the same; null when none does. */
  distinct?: string | null
}

/** Records an instalment that a funder paid. It counts for the gates at once; the books take it when it is posted. */
export async function recordReceipt(
  actorId: number,
  receipt: NewReceipt,
  today: Day
): Promise<{ id: number } | Refused> {
  return transaction<{ id: number }>((trx) => writeReceipt(trx, actorId, receipt, today))
}

/** The same within the caller’s transaction. */
export async function writeReceipt(
  trx: Trx,
  actorId: number,
  { conventionId, envelopeId, receivedOn, amountCents, reference, distinct }: NewReceipt,
  today: Day
): Promise<{ id: number } | Refused> {
  if (receivedOn > today) {
    return refuse(
      'VERSEMENT_A_VENIR',
      'Ce jour est à venir\u00a0: un versement s’enregistre quand il est sur le compte.',
      'Attendez le relevé de banque.',
      'recu_le'
    )
  }
  await lock(trx, 'conventions')
  const known = await row<{ convention: string | null; envelope: boolean; taken: boolean }>(
    `SELECT (SELECT code FROM conventions WHERE id = :c) AS convention,
         EXISTS (SELECT 1 FROM envelopes WHERE id = :e AND convention_id = :c AND superseded_at IS NULL) AS envelope,
         EXISTS (SELECT 1 FROM living_receipts WHERE convention_id = :c AND reference = ?) AS taken`
      .replaceAll(':c', String(Number(conventionId)))
      .replaceAll(':e', envelopeId === null ? 'NULL' : String(Number(envelopeId))),
    [reference],
    trx
  )
  if (!known!.convention) {
    return refuse(
      'CONVENTION_INCONNUE',
      'Cette convention n’existe pas.',
      'Choisissez-la.',
      'convention'
    )
  }
  if (envelopeId !== null && !known!.envelope) {
    return refuse(
      'ENVELOPPE_INCONNUE',
      'Cette enveloppe n’est pas en vigueur pour la convention.',
      'Choisissez-en une autre.',
      'enveloppe'
    )
  }
  if (known!.taken) {
    return refuse(
      'VERSEMENT_CONNU',
      'Un versement de la convention porte déjà cette référence.',
      'Reprenez celle du relevé de banque.',
      'reference'
    )
  }
  const [created] = await trx
    .table('funder_receipts')
    .insert({
      convention_id: conventionId,
      envelope_id: envelopeId,
      received_on: receivedOn,
      amount_cents: amountCents,
      reference,
      recorded_by: actorId,
    })
    .returning('id')
  await recordEvent(trx, actorId, {
    verb: 'receipt.recorded',
    subject: ['convention', conventionId],
    after: { reference, amountCents, receivedOn, ...(distinct && { reason: distinct }) },
  })
  return { id: created.id as number }
}
