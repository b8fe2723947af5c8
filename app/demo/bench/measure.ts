import { writeFileSync } from 'node:fs'
import type { ServerClock } from '#app/demo/bench/server_clock'

export interface Cost {
  wallSeconds: number
  /** This process, its worker threads included. */
  nodeCpuSeconds: number
  /** null when the server's time cannot be read. */
  serverCpuSeconds: number | null
  /** Most memory that this process held at once, its worker threads included. */
  peakBytes: number
}

export type Measure = <T>(work: () => Promise<T>) => Promise<{ value: T; cost: Cost }>

/** Measures what a work costs; the clock of the server may be missing. */
export function measureWith(server: ServerClock | null): Measure {
  return async (work) => {
    forgetPeak()
    const serverBefore = server?.()
    const cpu = process.cpuUsage()
    const started = performance.now()
    const value = await work()
    const wallSeconds = (performance.now() - started) / 1000
    const { user, system } = process.cpuUsage(cpu)
    return {
      value,
      cost: {
        wallSeconds,
        nodeCpuSeconds: (user + system) / 1e6,
        serverCpuSeconds: server && server() - serverBefore!,
        peakBytes: process.resourceUsage().maxRSS * 1024,
      },
    }
  }
}

/** All the processor time of a work, as far as it is known. */
export function cpuSeconds({ nodeCpuSeconds, serverCpuSeconds }: Cost): number {
  return nodeCpuSeconds + (serverCpuSeconds ?? 0)
}

/** What works done one after the other cost together. */
export function sumCosts(costs: readonly Cost[]): Cost {
  return costs.reduce((a, b) => ({
    wallSeconds: a.wallSeconds + b.wallSeconds,
    nodeCpuSeconds: a.nodeCpuSeconds + b.nodeCpuSeconds,
    serverCpuSeconds:
      a.serverCpuSeconds === null || b.serverCpuSeconds === null
        ? null
        : a.serverCpuSeconds + b.serverCpuSeconds,
    peakBytes: Math.max(a.peakBytes, b.peakBytes),
  }))
}

/** Linux lowers the peak to the present use when asked (proc_pid_clear_refs(5)); elsewhere it is the whole process's. */
function forgetPeak(): void {
  try {
    writeFileSync('/proc/self/clear_refs', '5')
  } catch {
    // Not Linux: the peak since the start is still an upper bound.
  }
}
