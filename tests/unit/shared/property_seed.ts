/** Seed of the property tests of this folder: `SEED=… ./ace test unit` replays a failure. */
export const seed = Number(process.env.SEED ?? Date.now())

console.log(`SEED=${seed}`)
