/**
 * What comes back each day at its hour, Paris time: refused and late forms first, so that the mail of the day has them.
 */
import type { PgBoss } from 'pg-boss'
import { removeFiles } from '#app/keeping/privacy/remove_files'
import { tellFormsDue } from '#app/reconciliation/reminders/tell_forms_due'
import { tellRefusedForms } from '#app/reconciliation/findings/tell_refused_forms'
import { sendDigests } from '#app/shared/mail/send_digests'
import { parisDay, type Day } from '#app/shared/day'
import { ROUND_QUEUE } from '#app/shared/works/work_queue'

const ROUNDS: Record<string, { cron: string; go: (day: Day) => Promise<unknown> }> = {
  files_to_remove: { cron: '0 5 * * *', go: removeFiles },
  forms_due: { cron: '15 6 * * *', go: tellFormsDue },
  refused_forms: { cron: '30 6 * * *', go: tellRefusedForms },
  digests: { cron: '0 7 * * *', go: sendDigests },
}

export async function scheduleRounds(boss: PgBoss): Promise<void> {
  for (const [round, { cron }] of Object.entries(ROUNDS)) {
    await boss.schedule(ROUND_QUEUE, cron, { round }, { tz: 'Europe/Paris', key: round })
  }
}

/** Goes one round; gone twice in a day, it tells nothing twice. */
export async function goRound(round: string, at: Date): Promise<unknown> {
  const found = Object.hasOwn(ROUNDS, round) ? ROUNDS[round] : undefined
  if (!found) throw new Error(`There is no round « ${round} »`)
  return found.go(parisDay(at))
}
