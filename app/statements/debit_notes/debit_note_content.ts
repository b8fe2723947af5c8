import { chainHead } from '#app/ledger/chain_head'
import type { DebitNoteContent, DebitOrigin } from '#app/statements/debit_notes/debit_note_data'
import { postalAddress } from '#app/statements/content/postal_address'
import type { StatementData } from '#app/statements/content/statement_data'
import { sumCents, type Cents } from '#app/shared/cents'
import { parisDay } from '#app/shared/day'
import { row, rows } from '#app/shared/rows'
import { loadSettings } from '#app/shared/settings'
import type { Trx } from '#app/shared/transaction'

interface DecidedNote {
  number: string
  /** Number of the statement that ended below zero. */
  statement: string
  amount: Cents
  reason: string
  decidedAt: Date
}

/** Records all that a debit note prints, once; the drawing comes from there and from nowhere else. */
export async function recordDebitNoteContent(trx: Trx, statementId: number): Promise<void> {
  const note = await row<DecidedNote>(
    `SELECT n.number, s.number AS statement, amount_cents AS amount, reason,
       decided_at AS "decidedAt"
     FROM debit_notes n JOIN statements s ON s.id = n.statement_id WHERE statement_id = ?`,
    [statementId],
    trx
  )
  const content = await contentOf(trx, note!)
  await rows(
    `INSERT INTO debit_note_contents (statement_id, data) VALUES (?, ?) ON CONFLICT DO NOTHING`,
    [statementId, JSON.stringify(content)],
    trx
  )
}

/** What its statements printed, and how the federation is paid today. */
async function contentOf(
  trx: Trx,
  { number, statement, amount, reason, decidedAt }: DecidedNote
): Promise<DebitNoteContent> {
  const { federation, address, legalMentions, ...settings } = await loadSettings(trx)
  const { association, convention, fictitious } = await statementData(trx, statement)
  return {
    number,
    decidedOn: parisDay(decidedAt),
    decidedAt: decidedAt.toISOString(),
    reason,
    fictitious,
    federation: {
      ...federation,
      address: postalAddress(address),
      legalMentions: [...legalMentions],
    },
    association,
    convention,
    account: { ibanCiphertext: settings.debtorIbanCiphertext, bic: settings.debtorBic },
    amount,
    origins: await origins(trx, statement),
    chainHead: (await chainHead(trx)).hash.toString('hex'),
  }
}

/** A balance may come from an earlier statement that nothing covered since: it is told from its beginning. */
async function origins(trx: Trx, statement: string): Promise<DebitOrigin[]> {
  const found: DebitOrigin[] = []
  for (let next: string | undefined = statement; next;) {
    const data: StatementData = await statementData(trx, next)
    found.push(originOf(data))
    next = data.carriedForward?.fromStatement
  }
  return found
}

function originOf(data: StatementData): DebitOrigin {
  const { number, issuedOn, lines, corrections, carriedForward, shares = [], total } = data
  return {
    statement: number,
    issuedOn,
    lineCount: lines.length,
    services: sumCents(lines.map(({ amount }) => amount)),
    corrections,
    carriedForward,
    ...(shares.length > 0 && { shared: sumCents(shares.map(({ amount }) => amount)) }),
    total,
  }
}

async function statementData(trx: Trx, number: string): Promise<StatementData> {
  const content = await row<{ data: string }>(
    `SELECT data FROM statement_contents WHERE statement_id = (SELECT id FROM statements WHERE number = ?)`,
    [number],
    trx
  )
  return JSON.parse(content!.data) as StatementData
}
