/** Messages in the order they came, taken one at a time with a limit on the wait. */
export interface Mailbox<T> {
  post(message: T): void
  /** The next message, or null when none came in time (milliseconds). */
  take(patience: number): Promise<T | null>
}

export function createMailbox<T>(): Mailbox<T> {
  const waiting: T[] = []
  let wake = () => {}
  return {
    post(message) {
      waiting.push(message)
      wake()
    },
    async take(patience) {
      if (waiting.length === 0) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, patience)
          wake = () => (clearTimeout(timer), resolve())
        })
      }
      return waiting.shift() ?? null
    },
  }
}
