import { bankLedger } from '#app/ledger/bank_ledger'
import { envelopeUses } from '#app/ledger/flow/envelope_use'
import { bookSettings } from '#app/ledger/profile/book_settings'
import { waitingCredits } from '#app/ledger/receipts/waiting_credits'
import { formatDay } from '#app/shared/french_format'
import type { Choice } from '#app/shared/screens/list'
import { row, rows } from '#app/shared/rows'

interface MoneyAccount {
  id: number
  code: string
  title: string
  treatment: string | null
  account: string | null
  label: string | null
}

/** What the page of receipts shows beside their list. */
export async function receiptsPage() {
  const uses = await envelopeUses()
  const envelopes: Choice[] = uses.map(({ id, code, from, lastDay }) => ({
    value: String(id),
    label: `${code}, ${formatDay(from)} – ${formatDay(lastDay)}`,
  }))
  const waiting = await row<{ n: number }>(
    `SELECT count(*) AS n FROM living_receipts f
     WHERE NOT EXISTS (SELECT 1 FROM journal_entries WHERE receipt_id = f.id)`
  )
  return {
    uses,
    envelopes,
    credits: await waitingCredits(envelopes),
    waiting: waiting!.n,
    bank: await bankLedger(),
    alertPercent: (await bookSettings()).envelopeAlertPercent,
    accounts: await rows<MoneyAccount>(
      `SELECT c.id, c.code, c.title, m.treatment, a.account, a.label FROM conventions c
       LEFT JOIN account_mappings m ON m.convention_id = c.id
       LEFT JOIN funder_accounts a ON a.convention_id = c.id ORDER BY c.code`
    ),
  }
}
