/** As many at once as keep the server and the database busy. */
const AT_ONCE = 4

/** Does the work for each one, a few at a time. */
export async function inParallel<T>(
  all: readonly T[],
  work: (one: T) => Promise<void>
): Promise<void> {
  const waiting = all.values()
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const one of waiting) await work(one)
    })
  )
}
