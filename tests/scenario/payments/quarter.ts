import { row } from '#app/shared/rows'
import { settled } from '#tests/scenario/campaign'
import type { Federation } from '#tests/scenario/federation'
import { receiveWork } from '#tests/scenario/receive_work'

/** Three associations at work in the spring, settled in July. */
export async function aQuarter(federation: Federation) {
  for (const [association, openedOn, psychological] of [
    ['AV01', '2026-05-04', 1],
    ['AV02', '2026-05-05', 2],
    ['AV03', '2026-05-06', 3],
  ] as const) {
    const reference = `E26-${association}`
    await receiveWork(federation, '2026-07-06', { reference, association, openedOn, psychological })
  }
  return settled(federation, '2026-07-20')
}

export async function stateOf(runId: number): Promise<string> {
  return (await row<{ state: string }>('SELECT state FROM runs WHERE id = ?', [runId]))!.state
}
