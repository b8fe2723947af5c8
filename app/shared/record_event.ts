import type { Trx } from '#app/shared/transaction'

export interface RecordedEvent {
  /** What was done: 'run.approved', 'bank_account.proposed'… */
  verb: string
  subject: readonly [type: string, id: number]
  before?: object
  after?: object
}

/** Writes what a person did, in the transaction of the deed: the audit trail and each page's timeline. */
export async function recordEvent(
  trx: Trx,
  actorId: number | null,
  { verb, subject: [type, id], before, after }: RecordedEvent
): Promise<void> {
  await trx.table('events').insert({
    actor_id: actorId,
    verb,
    subject_type: type,
    subject_id: id,
    before: before ?? null,
    after: after ?? null,
  })
}
