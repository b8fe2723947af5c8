import BankAccount from '#app/network/bank_accounts/bank_account'
import { seal } from '#app/network/bank_accounts/iban_vault'
import type { NewAccount } from '#app/network/new_association'
import { notifyAccount } from '#app/network/bank_accounts/notify_account'
import { recordEvent } from '#app/shared/record_event'
import { rows } from '#app/shared/rows'
import type { KeptFile } from '#app/shared/screens/kept_file'
import type { Trx } from '#app/shared/transaction'
import { DateTime } from 'luxon'

export interface Proposal {
  actorId: number
  /** What shows that the account is the association's: a RIB and where it is filed. */
  evidence: string
  /** The RIB itself, kept in the archive; imports have none. */
  file?: KeptFile
  at: Date
  importId: number | null
}

export interface Proposed {
  account: BankAccount
  /** Codes of the other associations that gave the same IBAN: to be explained before anyone approves. */
  sameIbanAs: string[]
}

/**
 * Writes a proposal in the caller's transaction, which holds the lock of the association's accounts and
 * has checked them. It takes the place of the one that was waiting: two would leave the choice to chance.
 */
export async function writeProposal(
  trx: Trx,
  associationId: number,
  { iban, bic, holder }: NewAccount,
  { actorId, evidence, file, at, importId }: Proposal
): Promise<Proposed> {
  const { ciphertext, index, country, last4 } = seal(iban)
  await BankAccount.query({ client: trx })
    .where({ associationId })
    .whereNull('approvedAt')
    .whereNull('replacedAt')
    .update({ replacedAt: at })
  const account = await BankAccount.create(
    {
      associationId,
      ibanCiphertext: ciphertext,
      ibanIndex: index,
      ibanCountry: country,
      ibanLast4: last4,
      bic,
      holder,
      evidence,
      proposedBy: actorId,
      proposedAt: DateTime.fromJSDate(at),
      importId,
    },
    { client: trx }
  )
  if (file) await writeFile(trx, account.id, file)
  const sameIbanAs = await otherHolders(trx, associationId, index)
  await recordEvent(trx, actorId, {
    verb: 'bank_account.proposed',
    subject: ['bank_account', account.id],
    after: { associationId, iban: account.maskedIban, bic, holder, evidence, sameIbanAs },
  })
  // The first account of an association that a file brings in is no change of anything.
  if (importId === null || (await hasAccount(trx, associationId))) {
    await notifyAccount(trx, { id: account.id, associationId, step: 'proposed', at, actorId })
  }
  return { account, sameIbanAs }
}

async function hasAccount(trx: Trx, associationId: number): Promise<boolean> {
  const found = await rows(
    'SELECT 1 FROM bank_accounts WHERE association_id = ? AND approved_at IS NOT NULL LIMIT 1',
    [associationId],
    trx
  )
  return found.length > 0
}

async function writeFile(trx: Trx, accountId: number, file: KeptFile): Promise<void> {
  await trx.table('bank_account_files').insert({
    bank_account_id: accountId,
    file_key: file.key,
    sha256: file.sha256,
    file_name: file.fileName,
    media_type: file.mediaType,
    size_bytes: file.sizeBytes,
  })
}

async function otherHolders(trx: Trx, associationId: number, index: Buffer): Promise<string[]> {
  const holders = await rows<{ code: string }>(
    `SELECT DISTINCT code FROM associations JOIN bank_accounts ON association_id = associations.id
     WHERE iban_index = ? AND association_id <> ? ORDER BY code`,
    [index, associationId],
    trx
  )
  return holders.map(({ code }) => code)
}
