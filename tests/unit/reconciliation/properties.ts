import fc from 'fast-check'

/** Checks a property on a seed that can be replayed: SEED=… ./ace test unit. */
export function checkProperty<Ts>(property: fc.IProperty<Ts>, numRuns: number): void {
  const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31)
  console.log(`    SEED=${seed}`)
  fc.assert(property, { seed, numRuns })
}
