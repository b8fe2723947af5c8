import { test } from '@japa/runner'
import fc from 'fast-check'
import { granted } from '#app/demo/granted'
import { closePeriod } from '#app/ledger/closing/close_period'
import { fundFlow } from '#app/ledger/flow/fund_flow'
import { postReceipts } from '#app/ledger/receipts/post_receipts'
import { waitingCredits } from '#app/ledger/receipts/waiting_credits'
import { createTransferOrder } from '#app/payments/orders/create_transfer_order'
import { receiveDebt } from '#app/payments/receipts/receive_debt'
import { receivePart } from '#app/payments/receipts/receive_part'
import { reverseReceipt } from '#app/payments/receipts/reverse_receipt'
import { nextTargetDay } from '#app/payments/target_calendar'
import { abandonRun } from '#app/settlement/abandon_run'
import { addDays, type Day } from '#app/shared/day'
import { isRefused } from '#app/shared/result'
import { row, rows } from '#app/shared/rows'
import { claimDebt } from '#app/statements/debit_notes/claim_debt'
import { recordDebitPayment } from '#app/statements/debit_notes/record_debit_payment'
import { breaches } from '#tests/scenario/books'
import { calculated, issued, on, recalculated } from '#tests/scenario/campaign'
import { decide } from '#tests/scenario/corrections'
import { openFederation, type Federation } from '#tests/scenario/federation'
import { conventionId, lettered, openAccounts, paidIn } from '#tests/scenario/ledger/books'
import { accountFile, comeBack, lotDebit, received, taken } from '#tests/scenario/payments/bank'
import { receiveForm, receiveWork, type WorkTold } from '#tests/scenario/receive_work'
import { seed } from '#tests/unit/shared/property_seed'

const STEPS = [
  'work',
  'rectify',
  'issue',
  'pay',
  'return',
  'receive',
  'credit',
  'reverse',
  'claim',
  'repay',
  'letter',
  'close',
] as const
type Step = (typeof STEPS)[number]

const STORY = fc.record({
  steps: fc.array(fc.constantFrom(...STEPS), { minLength: 8, maxLength: 14 }),
  interviews: fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 14, maxLength: 14 }),
})

test.group(
  'Pour toute suite de travail, d’émissions, de régularisations, de versements, de contre-passations, de dettes et de clôtures',
  () => {
    test('chaque invariant tient, et reçu = payé + à payer + reste', async ({ assert }) => {
      await fc.assert(
        fc.asyncProperty(STORY, async ({ steps, interviews }) => {
          const federation = await openFederation({ associations: 2 })
          try {
            await openAccounts(federation)
            const story = new Story(federation, interviews)
            // Something to settle first, and a debt that may be claimed and paid; then anything.
            const first = ['work', 'issue', 'pay', 'rectify', 'issue', 'claim'] as const
            for (const step of [...first, ...steps]) await story.play(step)
            assert.deepEqual(await breaches(), [], steps.join(' '))
            const { end } = (await fundFlow(await conventionId(), 2026))!
            assert.equal(end.received, end.paid + end.toPay + end.left)
          } finally {
            await federation.close()
          }
        }),
        { numRuns: 5, seed }
      )
    })
  }
)

/** One step a week; a step that has nothing to act on does nothing. */
class Story {
  #day: Day = '2026-05-05'
  #rank = 0
  readonly #works: WorkTold[] = []

  constructor(
    readonly federation: Federation,
    readonly interviews: readonly number[]
  ) {}

  async play(step: Step): Promise<void> {
    this.#day = addDays(this.#day, 7)
    this.#rank++
    await this[step]()
  }

  async work() {
    const work = {
      reference: `P26-${String(this.#rank).padStart(2, '0')}`,
      association: `AV0${1 + (this.#rank % 2)}`,
      openedOn: addDays(this.#day, -5),
      psychological: this.#interviews,
    }
    this.#works.push(work)
    await receiveWork(this.federation, this.#day, work)
  }

  /** The last work is told again, with another number of interviews. */
  async rectify() {
    const last = this.#works.at(-1)!
    await receiveForm(this.federation, this.#day, { ...last, psychological: this.#interviews })
  }

  async issue() {
    const { run } = await calculated(this.federation, this.#day)
    const proposed = await rows<{ reference: string; service: string }>(
      `SELECT reference, service_code AS service FROM proposed_corrections p JOIN saisines s ON s.id = p.saisine_id
       WHERE p.state = 'proposed'`
    )
    for (const { reference, service } of proposed) {
      await decide(this.federation, reference, service, 'approved')
    }
    await recalculated(this.federation, run.id, this.#day)
    const lines = await row<{ n: number }>(
      `SELECT count(*) AS n FROM settlement_lines WHERE run_id = ? AND NOT EXISTS (SELECT 1 FROM bank_accounts b
         WHERE b.association_id = settlement_lines.association_id AND b.blocked_at IS NOT NULL)`,
      [run.id]
    )
    const blocked = await rows('SELECT 1 FROM bank_accounts WHERE blocked_at IS NOT NULL')
    if (lines!.n > 0 && blocked.length === 0) await issued(this.federation, run.id, this.#day)
    else granted(await abandonRun(run.id, this.federation.people.finance.id, 'Rien à payer.'))
  }

  async pay() {
    const runs = await rows<{ id: number }>(`SELECT id FROM runs WHERE state = 'issued'`)
    const order = await createTransferOrder({
      runIds: runs.map(({ id }) => id),
      executionDate: nextTargetDay(this.#day),
      actorId: this.federation.people.finance.id,
      at: on(this.#day),
    })
    if (isRefused(order)) return
    const sent = await received(order.id)
    const total = sent.transfers.reduce((sum, { amount }) => sum + amount, 0)
    const day = addDays(this.#day, 1)
    await taken(this.federation, day, accountFile(day, lotDebit(day, sent, total)))
  }

  async return() {
    const found = await row<{ reference: string; amount: number }>(
      `SELECT end_to_end_id AS reference, amount_cents AS amount FROM transfers WHERE state = 'executed' ORDER BY id DESC LIMIT 1`
    )
    if (!found) return
    const back = comeBack(this.#day, found.reference, found.amount, 'AC01')
    await taken(this.federation, this.#day, accountFile(this.#day, back))
  }

  async receive() {
    await paidIn(this.federation, this.#day, 100_000 + this.#rank, `VRST-${this.#rank}`)
  }

  /** The bank tells a credit, and a person says that it is an instalment. */
  async credit() {
    const line = { on: this.#day, amount: 200_000 + this.#rank, reference: `CREDIT-${this.#rank}` }
    await taken(this.federation, this.#day, accountFile(this.#day, line))
    const credit = (await waitingCredits([])).at(-1)
    const envelope = await row<{ id: number }>('SELECT min(id) AS id FROM envelopes')
    if (!credit) return
    const { id } = this.federation.people.finance
    const instalment = { partId: credit.partId, envelopeId: envelope!.id, distinct: 'Essai.' }
    granted(await receivePart(id, instalment, on(this.#day)))
    if (this.#rank % 2 === 0) granted(await postReceipts(id))
  }

  /** The last instalment was a mistake: in the books or not, known to the bank or not. The first pays the runs. */
  async reverse() {
    const last = await row<{ id: number | null }>(
      'SELECT max(id) AS id FROM living_receipts WHERE id > (SELECT min(id) FROM funder_receipts)'
    )
    if (!last?.id) return
    const reversal = { receiptId: last.id, reason: 'Essai.', confirmed: true }
    granted(await reverseReceipt(this.federation.people.finance.id, reversal, on(this.#day)))
  }

  async claim() {
    const owing = await rows<{ statement: string }>(
      `SELECT number AS statement FROM statements s WHERE carried_cents < 0
         AND NOT EXISTS (SELECT 1 FROM debit_notes d WHERE d.statement_id = s.id)
         AND NOT EXISTS (SELECT 1 FROM settlement_lines l WHERE l.carried_statement_id = s.id)`
    )
    const { id: actorId } = this.federation.people.approver
    for (const { statement } of owing) {
      granted(await claimDebt({ statement, reason: 'Essai.', actorId, at: on(this.#day) }))
    }
  }

  /** An association pays what it was claimed: the bank tells it, or a person does. */
  async repay() {
    const debt = await row<{ statementId: number; amount: number }>(
      `SELECT statement_id AS "statementId", amount_cents AS amount FROM debit_notes d
       WHERE NOT EXISTS (SELECT 1 FROM debit_payments p WHERE p.statement_id = d.statement_id) ORDER BY 1 LIMIT 1`
    )
    if (!debt) return
    const { statementId, amount } = debt
    const { id } = this.federation.people.finance
    const reference = `DETTE-${this.#rank}`
    if (this.#rank % 2 === 0) {
      const payment = { statementId, paidOn: this.#day, reference, partId: null }
      granted(await recordDebitPayment(id, payment, on(this.#day)))
      return
    }
    const line = { on: this.#day, amount, reference }
    await taken(this.federation, this.#day, accountFile(this.#day, line))
    const part = await row<{ partId: number }>('SELECT max(id) AS "partId" FROM bank_parts')
    granted(await receiveDebt(id, { statementId, ...part! }, on(this.#day)))
  }

  async letter() {
    await lettered(this.federation, this.#day)
  }

  /** Up to three weeks before: what the bank tells since is booked after. */
  async close() {
    const until = addDays(this.#day, -3 * (this.#rank % 8))
    await closePeriod(this.federation.people.finance.id, until, on(this.#day))
  }

  get #interviews(): number {
    return this.interviews[this.#rank % this.interviews.length]!
  }
}
