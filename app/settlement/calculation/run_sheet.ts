import { createHash } from 'node:crypto'
import type { PricedLine } from '#app/pricing/price'
import type { CarriedBalance } from '#app/settlement/calculation/carried_balances'
import type { ApprovedCorrection } from '#app/settlement/corrections/approved_corrections'
import { RunSums } from '#app/settlement/calculation/run_sums'
import type { Arrears } from '#app/settlement/envelope/arrears'
import type { Due } from '#app/settlement/envelope/fit_envelope'
import {
  abatementRow,
  arrearsRow,
  carriedRow,
  correctionRow,
  LINE_COLUMNS,
  serviceRow,
} from '#app/settlement/calculation/settlement_row'
import type { Share } from '#app/settlement/envelope/share_envelope'
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
  readonly #sums = new RunSums()

  constructor(readonly runId: number) {}

  get associations(): number {
    return this.#sums.associations
  }

  settle(
    associationId: number,
    saisineId: number,
    formId: number,
    lines: readonly PricedLine[]
  ): void {
    if (lines.length > 0) this.#sums.addSaisine(associationId)
    for (const line of lines) {
      const place = this.#place(associationId, line.serviceCode, line.amount)
      this.#rows.add(serviceRow(place, saisineId, formId, line))
    }
  }

  correct(correction: ApprovedCorrection): void {
    const { associationId, saisineId, serviceCode, amountCents } = correction
    this.#sums.addCorrected(associationId, saisineId)
    const place = this.#place(associationId, serviceCode, amountCents)
    this.#rows.add(correctionRow(place, correction))
  }

  carry({ associationId, statementId, carriedCents }: CarriedBalance): void {
    const place = this.#place(associationId, '', carriedCents)
    this.#rows.add(carriedRow(place, statementId, carriedCents))
  }

  /** What an earlier statement was abated of, for want of envelope, is due again. */
  takeUp({ associationId, lineId, missingCents }: Arrears): void {
    const place = this.#place(associationId, '', missingCents)
    this.#rows.add(arrearsRow(place, lineId, missingCents))
  }

  /** What the envelope lacks of this association’s due is taken off its statement. */
  abate({ associationId, totalCents, shareCents }: Share): void {
    const place = this.#place(associationId, '', shareCents - totalCents)
    this.#rows.add(abatementRow(place, shareCents, totalCents))
  }

  /** What each association comes to so far. */
  totals(): Due[] {
    return this.#sums.totals()
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

  /** Writes what all the lines add up to, once they are written. */
  async writeSums(trx: Trx): Promise<void> {
    await this.#sums.write(trx, this.runId)
  }

  /** Gives up a writing under way. */
  async abandon(): Promise<void> {
    await this.#rows.abandon()
  }

  /** Counts a line, and says where it stands. */
  #place(associationId: number, serviceCode: string, amount: Cents) {
    this.total += amount
    this.lines++
    const position = this.#sums.add(associationId, serviceCode, amount)
    return { runId: this.runId, associationId, position }
  }
}
