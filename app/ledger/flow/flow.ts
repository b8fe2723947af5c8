import { assertCents, type Cents } from '#app/shared/cents'

/** What the accounts of a convention moved, each by its own postings. */
export interface FlowSums {
  /** By the bank, from the funder; what was written by mistake is taken off. */
  received: Cents
  /** Charged for the associations’ work, corrections included. */
  due: Cents
  /** By the bank, to the associations; what came back, and what they paid back, is taken off. */
  paid: Cents
  /** Balance of the associations’ accounts. */
  toPay: Cents
}

/** received = paid + toPay + left, to the cent. */
export interface Flow extends FlowSums {
  /** Received and not due: below zero when the federation advanced the money. */
  left: Cents
}

/** Throws when the accounts do not answer each other: better to stop than to show a false use of the funds. */
export function flow({ received, due, paid, toPay }: FlowSums): Flow {
  const left = assertCents(received - due)
  if (received !== paid + toPay + left) {
    throw new Error(`Received ${received}, but paid ${paid}, to pay ${toPay} and left ${left}`)
  }
  return { received, due, paid, toPay, left }
}

/** What two spans of time come to. */
export function addFlows(a: Flow, b: Flow): Flow {
  return flow({
    received: a.received + b.received,
    due: a.due + b.due,
    paid: a.paid + b.paid,
    toPay: a.toPay + b.toPay,
  })
}
