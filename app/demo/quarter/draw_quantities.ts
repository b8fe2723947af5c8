import type { FeeTerms } from '#app/conventions/convention_terms'
import type { Random } from '#app/demo/random'
import type { Cents } from '#app/shared/cents'

/** 4.5 interviews for a person, as an association of Saône-et-Loire counts them (2024); 20 at most. */
const USUAL_INTERVIEWS = 4.5
const MOST_INTERVIEWS = 20

type Quantity = readonly [serviceCode: string, quantity: number]

/** Quantities that the fees pay in full: within their caps and under the ceiling of the convention. */
export function drawQuantities(
  random: Random,
  fees: readonly FeeTerms[],
  ceiling: Cents | null
): Quantity[] {
  const [main] = fees.filter(({ unit }) => unit === 'per_act')
  const asked = new Map<FeeTerms, number | null>()
  for (const fee of fees) asked.set(fee, quantity(random, fee, fee === main))

  let excess = ceiling === null ? 0 : total(asked) - ceiling
  for (const [fee, count] of [...asked].reverse()) {
    if (excess <= 0 || fee.unit === 'per_saisine' || count === null || fee.amount === 0) continue
    const kept = Math.max(fee === main ? 1 : 0, count - Math.ceil(excess / fee.amount))
    asked.set(fee, kept)
    excess -= (count - kept) * fee.amount
  }
  return [...asked].flatMap(([{ serviceCode }, count]) =>
    count === null ? [] : [[serviceCode, count] as const]
  )
}

/** null: the cell is left blank, which asks for one package and for no act. */
function quantity(random: Random, fee: FeeTerms, isMain: boolean): number | null {
  if (fee.unit === 'per_saisine') return random.chance(0.7) ? 1 : null
  const most = Math.min(fee.cap ?? MOST_INTERVIEWS, MOST_INTERVIEWS)
  if (isMain) return Math.min(interviews(random), most)
  return random.chance(0.35) ? Math.min(random.between(1, 3), most) : null
}

/** Geometric from one: most people come a few times, some for months. */
function interviews(random: Random): number {
  const continues = 1 - 1 / USUAL_INTERVIEWS
  return 1 + Math.floor(Math.log(1 - random.unit()) / Math.log(continues))
}

function total(asked: ReadonlyMap<FeeTerms, number | null>): Cents {
  let sum = 0
  for (const [fee, count] of asked) {
    sum += fee.amount * (count ?? (fee.unit === 'per_saisine' ? 1 : 0))
  }
  return sum
}
