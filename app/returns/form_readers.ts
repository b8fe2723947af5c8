import { knownCodes } from '#app/intake/known_codes'
import { payableServices } from '#app/returns/payable_services'
import type { Trx } from '#app/shared/transaction'

/** What turns the codes of a file into ours; null for an unknown one. */
export interface FormReaders {
  association: (text: string) => number | null
  convention: (text: string) => number | null
  services: PayableCodes
}

export interface PayableCodes {
  all: readonly string[]
  /** Service codes by convention. */
  of: ReadonlyMap<number, ReadonlySet<string>>
}

export async function formReaders(trx: Trx): Promise<FormReaders> {
  return {
    association: await knownCodes(trx, 'associations'),
    convention: await knownCodes(trx, 'conventions'),
    services: await payableCodes(trx),
  }
}

async function payableCodes(trx: Trx): Promise<PayableCodes> {
  const of = new Map<number, Set<string>>()
  for (const { conventionId, code } of await payableServices(undefined, trx)) {
    const codes = of.get(conventionId) ?? new Set()
    of.set(conventionId, codes.add(code))
  }
  return { all: [...new Set([...of.values()].flatMap((codes) => [...codes]))], of }
}
