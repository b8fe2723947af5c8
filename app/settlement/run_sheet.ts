import { createHash } from 'node:crypto'
import type { PricedLine } from '#app/pricing/price'
import type { CarriedBalance } from '#app/settlement/carried_balances'
import type { ApprovedCorrection } from '#app/settlement/approved_corrections'
import { carriedRow, correctionRow, LINE_COLUMNS, serviceRow } from '#app/settlement/settlement_row'
import type { Cents } from '#app/shared/cents'
import { CopyBuffer } from '#app/shared/copy_buffer'
import type { Trx } from '#app/shared/transaction'

const TARGET = `settlement_lines (${LINE_COLUMNS})`

/** The lines of a run being calculated, numbered within each association in the order they come. */
export class RunSheet {
  total: Cents = 0
  lines = 0
  readonly #hash = createHash('sha256')
  readonly #rows = new CopyBuffer((block) => this.#hash.update(block))
  readonly #positions = new Map<number, number>()

  constructor(readonly runId: number) {}

  get associations(): number {
    return this.#positions.size
  }

  settle(
    associationId: number,
    saisineId: number,
    formId: number,
    lines: readonly PricedLine[]
  ): void {
    for (const line of lines) {
      const place = this.#place(associationId)
      this.#add(serviceRow(place, saisineId, formId, line), line.amount)
    }
  }

  correct(correction: ApprovedCorrection): void {
    this.#add(
      correctionRow(this.#place(correction.associationId), correction),
      correction.amountCents
    )
  }

  carry({ associationId, statementId, carriedCents }: CarriedBalance): void {
    this.#add(carriedRow(this.#place(associationId), statementId, carriedCents), carriedCents)
  }

  /** SHA-256 of the lines as they are copied: what approvers approve. */
  hash(): Buffer {
    this.#rows.close()
    return this.#hash.copy().digest()
  }

  /** Writes the lines that are ready, if they are many: the server stores them while the next are priced. */
  send(trx: Trx): Promise<void> | void {
    return this.#rows.send(trx, TARGET)
  }

  /** Writes the lines that are left: the connection is free again. */
  async write(trx: Trx): Promise<void> {
    await this.#rows.copyInto(trx, TARGET)
  }

  /** Gives up a writing under way. */
  async abandon(): Promise<void> {
    await this.#rows.abandon()
  }

  #add(row: string, amount: Cents): void {
    this.#rows.add(row)
    this.total += amount
    this.lines++
  }

  #place(associationId: number) {
    const position = (this.#positions.get(associationId) ?? 0) + 1
    this.#positions.set(associationId, position)
    return { runId: this.runId, associationId, position }
  }
}
