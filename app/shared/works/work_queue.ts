import { fromKnex, PgBoss } from 'pg-boss'
import logger from '@adonisjs/core/services/logger'
import type { Trx } from '#app/shared/transaction'
import { databaseConnection } from '#database/connection'

/** The one queue: what a work is stands in its row. */
export const QUEUE = 'works'
/** Mails wait apart: a long work does not hold them. */
export const MAIL_QUEUE = 'mails'
/** What comes back each day at its hour. */
export const ROUND_QUEUE = 'rounds'

/** A worker that gives no sign of life for so long has died: another takes its work up. */
const HEARTBEAT_SECONDS = 30
/** How often the living look for the dead. */
const SUPERVISED_EVERY_SECONDS = 10

let starting: Promise<PgBoss> | undefined

/** The queue of this installation, joined at its first use in the process. */
export function workQueue(): Promise<PgBoss> {
  starting ??= joinQueue()
  return starting
}

export async function leaveQueue(): Promise<void> {
  const boss = await starting
  starting = undefined
  await boss?.stop({ graceful: true, timeout: 10_000 })
}

/** Puts a work in the queue by the transaction that records it: both are there, or neither. */
export async function enqueue(trx: Trx, workId: number): Promise<void> {
  const boss = await workQueue()
  await boss.send(QUEUE, { workId }, { db: fromKnex(trx.knexClient as never) })
}

async function joinQueue(): Promise<PgBoss> {
  const boss = new PgBoss({
    ...databaseConnection(),
    max: 3,
    schema: 'jobs',
    superviseIntervalSeconds: SUPERVISED_EVERY_SECONDS,
    monitorIntervalSeconds: SUPERVISED_EVERY_SECONDS,
  })
  boss.on('error', (error) => logger.error({ err: error }, 'The queue of works stumbled'))
  await boss.start()
  await boss.createQueue(QUEUE, {
    retryLimit: 3,
    retryDelay: 2,
    expireInSeconds: 3600,
    heartbeatSeconds: HEARTBEAT_SECONDS,
  })
  await boss.createQueue(MAIL_QUEUE, { retryLimit: 8, retryDelay: 30, retryBackoff: true })
  await boss.createQueue(ROUND_QUEUE, { retryLimit: 5, retryDelay: 60, retryBackoff: true })
  return boss
}
