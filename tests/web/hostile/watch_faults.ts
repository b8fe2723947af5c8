import logger from '@adonisjs/core/services/logger'

type Say = (...said: unknown[]) => void

/** Collects what this process logs as an error, and the promises that nobody awaits, until it is told to stop. */
export function watchFaults(): { faults: string[]; stop: () => void } {
  const faults: string[] = []
  const hear = (said: unknown) => {
    const { err } = (said ?? {}) as { err?: unknown }
    faults.push(err instanceof Error ? (err.stack ?? err.message) : JSON.stringify(said))
  }
  const methods = Object.getPrototypeOf(logger) as Record<'error' | 'fatal', Say>
  const { error, fatal } = methods
  methods.error = hear
  methods.fatal = hear
  process.on('unhandledRejection', hear)
  return {
    faults,
    stop() {
      Object.assign(methods, { error, fatal })
      process.off('unhandledRejection', hear)
    },
  }
}
