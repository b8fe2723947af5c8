import { bankLedger } from '#app/ledger/bank_ledger'
import { postEntry } from '#app/ledger/post_entry'
import { transferPostings, type PaidAccount } from '#app/ledger/transfer_postings'
import type { WrittenMove } from '#app/payments/bank/move_transfers'
import { refuse, type Refused } from '#app/shared/result'
import { rows } from '#app/shared/rows'
import type { Trx } from '#app/shared/transaction'

/** Posts the entry of each move that moved money, on the account that its statement credited. */
export async function bookMoves(
  trx: Trx,
  moved: readonly WrittenMove[]
): Promise<{ entries: number } | Refused> {
  const money = moved.filter(({ partId }) => partId !== null)
  if (money.length === 0) return { entries: 0 }
  const bank = await bankLedger(trx)
  if (!bank) {
    return refuse(
      'COMPTE_DE_BANQUE',
      'Le compte de la banque dans les livres n’est pas choisi\u00a0: un virement exécuté ne peut pas être comptabilisé.',
      'L’administration l’enregistre dans Réglages, au choix du comptable. Reprenez ensuite ce fichier.'
    )
  }
  const paid = await paidAccounts(trx, money)
  for (const move of money) {
    const { transferId, statementId, state, on, endToEndId, amount, conventionCode } = move
    const account = paid.get(statementId)!
    const executed = state === 'executed'
    await postEntry(trx, {
      kind: executed ? 'transfer_execution' : 'transfer_return',
      statementId,
      transferId,
      journalCode: bank.journalCode,
      journalLabel: bank.journalLabel,
      entryDate: on,
      pieceRef: endToEndId,
      pieceDate: on,
      label: `${executed ? 'Virement' : 'Retour du virement'} ${conventionCode} ${account.auxiliary}`,
      postings: transferPostings(amount, executed ? 'executed' : 'returned', account, bank),
    })
  }
  return { entries: money.length }
}

/** As their issue credited them: the mapping may have changed since, and what is owed stands where it was written. */
async function paidAccounts(
  trx: Trx,
  moved: readonly WrittenMove[]
): Promise<Map<number, PaidAccount>> {
  const found = await rows<PaidAccount & { statementId: number }>(
    `SELECT e.statement_id AS "statementId", p.account, p.account_label AS label, p.auxiliary,
       p.auxiliary_label AS "auxiliaryLabel"
     FROM journal_entries e JOIN journal_postings p ON p.entry_id = e.id
     WHERE e.kind = 'statement_issue' AND p.auxiliary IS NOT NULL AND e.statement_id = ANY(?)`,
    [moved.map(({ statementId }) => statementId)],
    trx
  )
  return new Map(found.map(({ statementId, ...account }) => [statementId, account]))
}
