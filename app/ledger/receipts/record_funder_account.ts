import { funderAccountProblem } from '#app/conventions/file/funder_account_problem'
import { loadAccountMapping } from '#app/ledger/account_mapping'
import { bankLedger } from '#app/ledger/bank_ledger'
import { recordEvent } from '#app/shared/record_event'
import { refuse, type Refused } from '#app/shared/result'
import { row } from '#app/shared/rows'
import { lock, transaction, type Trx } from '#app/shared/transaction'
import type { FunderAccount } from '#app/ledger/receipts/receipt_postings'

/** Records the account that a convention’s money is credited to; what was posted before stays as it was. */
export async function recordFunderAccount(
  actorId: number,
  conventionId: number,
  { account, label }: FunderAccount
): Promise<FunderAccount | Refused> {
  if (!/^\d{3,}$/.test(account) || label === '') {
    return refuse(
      'COMPTE_FAUX',
      'Un compte a un numéro d’au moins trois chiffres, et un libellé.',
      'Demandez-les à l’expert-comptable.',
      'compte'
    )
  }
  return transaction<FunderAccount>(async (trx) => {
    await lock(trx, 'conventions')
    if (!(await row('SELECT 1 FROM conventions WHERE id = ?', [conventionId], trx))) {
      return refuse('CONVENTION_INCONNUE', 'Cette convention n’existe pas.')
    }
    const problem = await problemOf(trx, conventionId, account)
    if (problem) return { refused: [{ ...problem, field: 'compte' }] }
    const before = await row<FunderAccount>(
      'SELECT account, label FROM funder_accounts WHERE convention_id = ?',
      [conventionId],
      trx
    )
    await trx.rawQuery(
      `INSERT INTO funder_accounts (convention_id, account, label, recorded_by) VALUES (?, ?, ?, ?)
       ON CONFLICT (convention_id) DO UPDATE SET account = excluded.account, label = excluded.label,
         recorded_by = excluded.recorded_by, recorded_at = now()`,
      [conventionId, account, label, actorId]
    )
    await recordEvent(trx, actorId, {
      verb: 'convention.funder_account_recorded',
      subject: ['convention', conventionId],
      ...(before && { before }),
      after: { account, label },
    })
    return { account, label }
  })
}

async function problemOf(trx: Trx, conventionId: number, account: string) {
  const bank = await bankLedger(trx)
  if (account === bank?.account) {
    return {
      code: 'COMPTE_DE_BANQUE',
      message: `Le compte ${account} est celui de la banque\u00a0: un versement le débite déjà.`,
      remedy: 'Demandez à l’expert-comptable le compte du financeur.',
    }
  }
  return funderAccountProblem(await loadAccountMapping(conventionId, trx), account)
}
