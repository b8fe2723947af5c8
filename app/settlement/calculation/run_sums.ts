import type { Cents } from '#app/shared/cents'
import { rows } from '#app/shared/rows'
import type { Trx } from '#app/shared/transaction'

interface Sums {
  lines: number
  total: Cents
}

interface Part extends Sums {
  /** Saisines that a new form settles, and those that a correction comes back to: never the same. */
  saisines: number
  corrected: Set<number>
  services: Map<string, Sums>
}

/** What the lines of a run add up to, by association and by service: its pages read these few rows. */
export class RunSums {
  readonly #parts = new Map<number, Part>()

  get associations(): number {
    return this.#parts.size
  }

  /** Counts a line of an association; gives its rank among them, from 1. A balance taken back has no service. */
  add(associationId: number, serviceCode: string, amount: Cents): number {
    const part = this.#part(associationId)
    addTo(part, amount)
    let service = part.services.get(serviceCode)
    if (!service) part.services.set(serviceCode, (service = { lines: 0, total: 0 }))
    addTo(service, amount)
    return part.lines
  }

  /** What each association comes to so far. */
  totals(): { associationId: number; totalCents: Cents }[] {
    return Array.from(this.#parts, ([associationId, { total }]) => ({
      associationId,
      totalCents: total,
    }))
  }

  addSaisine(associationId: number): void {
    this.#part(associationId).saisines++
  }

  addCorrected(associationId: number, saisineId: number): void {
    this.#part(associationId).corrected.add(saisineId)
  }

  async write(trx: Trx, runId: number): Promise<void> {
    const parts = [...this.#parts]
    await rows(
      `INSERT INTO run_associations (run_id, association_id, lines, saisines, total_cents)
       SELECT ?, * FROM unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[])`,
      [
        runId,
        parts.map(([id]) => id),
        parts.map(([, { lines }]) => lines),
        parts.map(([, { saisines, corrected }]) => saisines + corrected.size),
        parts.map(([, { total }]) => total),
      ],
      trx
    )
    const services = parts.flatMap(([id, part]) =>
      Array.from(part.services, ([code, sums]) => ({ id, code, ...sums }))
    )
    await rows(
      `INSERT INTO run_services (run_id, association_id, service_code, lines, total_cents)
       SELECT ?, * FROM unnest(?::bigint[], ?::text[], ?::bigint[], ?::bigint[])`,
      [
        runId,
        services.map(({ id }) => id),
        services.map(({ code }) => code),
        services.map(({ lines }) => lines),
        services.map(({ total }) => total),
      ],
      trx
    )
  }

  #part(associationId: number): Part {
    let part = this.#parts.get(associationId)
    if (!part) {
      part = { lines: 0, total: 0, saisines: 0, corrected: new Set(), services: new Map() }
      this.#parts.set(associationId, part)
    }
    return part
  }
}

function addTo(sums: Sums, amount: Cents): void {
  sums.lines++
  sums.total += amount
}
