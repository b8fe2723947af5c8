import { accountLetter, type AccountStep } from '#app/shared/mail/letters/account_changed'
import { notify } from '#app/shared/mail/notify'
import { parisDay } from '#app/shared/day'
import type { Trx } from '#app/shared/transaction'

interface Changed {
  id: number
  associationId: number
  step: AccountStep['step']
  at: Date
  payableFrom?: Date
  actorId: number
}

/** Tells an association, at its old contacts as at the new, that its account changes or is asked to. */
export async function notifyAccount(
  trx: Trx,
  { id, associationId, step, at, payableFrom, actorId }: Changed
): Promise<void> {
  const letter = accountLetter({
    step,
    on: parisDay(at),
    payableFrom: payableFrom && parisDay(payableFrom),
  })
  const cause = `account:${id}:${step}`
  await notify(trx, [{ kind: 'account', associationId, cause, letter }], actorId)
}
