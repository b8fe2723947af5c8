import type { MoneyTrail, Movement } from '#app/payments/answers/account_report'
import { sumCents, type Cents } from '#app/shared/cents'

/** One thing that a line of the bank paid: what is matched with a transfer, or waits for somebody. */
export interface Part {
  amount: Cents
  endToEndId: string | null
  lotId: string | null
  /** References whose kind the bank does not tell. */
  otherReferences: string[]
  returned: boolean
  reasonCode: string | null
  reasonText: string | null
  counterparty: string | null
  counterpartyIban: string | null
  label: string | null
}

/**
 * What a line of the account is made of: its details when they add up to it to the cent, else the line itself. Never
 * empty, and always the sum of the line.
 */
export function partsOf(movement: Movement): Part[] {
  const { details, amount, returned } = movement
  const amounts = details.map((detail) => detail.amount)
  const told = amounts.every((one) => one !== null && one !== 0)
  if (details.length > 0 && told && sumCents(amounts.map((one) => one ?? 0)) === amount) {
    return details.map((detail) => ({
      ...partOf(detail, detail.amount!, detail.returned || returned),
      lotId: lotOf(detail) ?? lotOf(movement),
    }))
  }
  return [partOf(movement, amount, returned)]
}

function partOf(trail: MoneyTrail, amount: Cents, returned: boolean): Part {
  const { endToEndId, counterpartyName, counterpartyIban, returnReason, label } = trail
  return {
    amount,
    endToEndId,
    lotId: lotOf(trail),
    otherReferences: [...trail.otherReferences],
    returned,
    reasonCode: returnReason?.code ?? returnReason?.proprietary ?? null,
    reasonText: returnReason?.text ?? null,
    counterparty: counterpartyName,
    counterpartyIban,
    label,
  }
}

function lotOf({ pmtInfId, messageId }: MoneyTrail): string | null {
  return pmtInfId ?? messageId
}
