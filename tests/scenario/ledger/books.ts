import { granted } from '#app/demo/granted'
import { letterAccounts } from '#app/ledger/lettering/letter_accounts'
import { postReceipts } from '#app/ledger/receipts/post_receipts'
import { recordFunderAccount } from '#app/ledger/receipts/record_funder_account'
import { recordReceipt } from '#app/ledger/receipts/record_receipt'
import type { Cents } from '#app/shared/cents'
import type { Day } from '#app/shared/day'
import { row, rows } from '#app/shared/rows'
import type { Office } from '#tests/scenario/campaign'

export async function conventionId(code = 'AMF-2021'): Promise<number> {
  const found = await row<{ id: number }>('SELECT id FROM conventions WHERE code = ?', [code])
  return found!.id
}

/** The accountant chose where the funder’s money goes. */
export async function openAccounts({ people: { finance } }: Pick<Office, 'people'>): Promise<void> {
  const account = { account: '441000', label: 'Subventions (fictif)' }
  granted(await recordFunderAccount(finance.id, await conventionId(), account))
}

/** An instalment that is on the account, in the books at once. */
export async function paidIn(
  { people: { finance } }: Pick<Office, 'people'>,
  receivedOn: Day,
  amountCents: Cents,
  reference: string
): Promise<void> {
  const receipt = { receivedOn, amountCents, reference, envelopeId: null }
  const convention = { conventionId: await conventionId() }
  granted(await recordReceipt(finance.id, { ...convention, ...receipt }, receivedOn))
  granted(await postReceipts(finance.id))
}

export async function lettered({ people: { finance } }: Pick<Office, 'people'>, today: Day) {
  return granted(await letterAccounts(finance.id, today))
}

/** Lettered postings in their order: `AV01 AA 1 5`, the code and the entries. */
export async function letters(): Promise<string[]> {
  const found = await rows<{ line: string }>(
    `SELECT concat_ws(' ', auxiliary, code, string_agg(entry_id::text, ' ' ORDER BY entry_id)) AS line
     FROM letterings JOIN lettered_postings ON lettering_id = letterings.id GROUP BY letterings.id ORDER BY letterings.id`
  )
  return found.map(({ line }) => line)
}

/** Entries of instalments: `AMF-2026-1 2026-01-20 25000000`, on the day they are booked. */
export async function receiptEntries(): Promise<string[]> {
  const found = await rows<{ line: string }>(
    `SELECT concat_ws(' ', piece_ref, entry_date, sum(credit_cents)) AS line FROM journal_lines
     WHERE kind = 'funder_receipt' GROUP BY entry_id, piece_ref, entry_date ORDER BY entry_id`
  )
  return found.map(({ line }) => line)
}
