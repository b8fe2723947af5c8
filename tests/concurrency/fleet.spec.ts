import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { PgBoss } from 'pg-boss'
import { test } from '@japa/runner'
import { WebSession } from '#app/demo/bench_web/web_session'
import { openDemoEntrance } from '#app/demo/demo_entrance'
import { granted } from '#app/demo/granted'
import { rows } from '#app/shared/rows'
import { inScratchFolder } from '#app/shared/scratch_folder'
import { QUEUE } from '#app/shared/works/work_queue'
import { issueRun } from '#app/statements/issue/issue_run'
import { breaches, count } from '#tests/concurrency/counts'
import { freePort, heardLast, startShip, until, type Ship } from '#tests/support/fleet'
import { runIn } from '#tests/support/run_in'
import { createTestDatabase, inDatabase, type TestDatabase } from '#tests/support/test_database'
import { aWorld } from '#tests/support/world'

const STATEMENTS = `SELECT number, association_id, line_count, total_cents, payable_cents, bank_account_id
  FROM statements ORDER BY number`

/** What only who issues asks the database. */
const ISSUING = 'statement|journal'

/** A federation whose run is approved, and whose people may enter. */
async function approvedRun(database: TestDatabase) {
  return inDatabase(database, async () => {
    const world = await aWorld({ associations: 8, saisines: 60 })
    const run = await runIn(world, 'approved')
    await openDemoEntrance(Object.values(world.people))
    return { runId: run.id, actorId: world.people.finance.id, at: world.at }
  })
}

async function enterBy(web: Ship): Promise<WebSession> {
  await until(web.url, () =>
    fetch(`${web.url}/sante`).then(
      ({ ok }) => ok,
      () => false
    )
  )
  const session = new WebSession(web.url)
  await session.enter('finance@example.org')
  return session
}

/** Opens the page, and gives what presses its button as a browser would; that gives where it leads. */
async function buttonOf(session: WebSession, page: string, action: string) {
  const html = await (await session.send(page)).text()
  const token = /name='_csrf' value='([^']+)'/.exec(html)![1]!
  return async () => (await session.send(action, { _csrf: token })).headers.get('location')
}

async function isConnected({ pid }: Ship): Promise<boolean> {
  return (await count('pg_stat_activity', `application_name = 'reversement ${pid}'`)) > 0
}

function jobs() {
  return rows<{ state: string; retry_count: number }>(
    `SELECT state, retry_count FROM jobs.job WHERE name = '${QUEUE}'`
  )
}

/** Half a minute goes by without a sign of life from the dead. */
async function timePasses({ url }: TestDatabase): Promise<void> {
  await rows(
    `UPDATE jobs.job SET heartbeat_on = now() - interval '1 minute' WHERE state = 'active'`
  )
  const boss = new PgBoss({
    connectionString: url,
    schema: 'jobs',
    supervise: false,
    schedule: false,
  })
  await boss.start()
  await boss.supervise(QUEUE)
  await boss.stop()
}

test.group('Deux processus web et deux de travail sur une base', () => {
  test('une campagne s’émet une fois, comme par un seul, même si un processus meurt au milieu', async ({
    assert,
  }) => {
    const alone = await createTestDatabase('fleet_alone')
    const { runId, actorId, at } = await approvedRun(alone)
    const database = await createTestDatabase('fleet', alone)
    const ships: Ship[] = []
    try {
      const expected = await inScratchFolder(() =>
        inDatabase(alone, async () => {
          granted(await issueRun({ runId, actorId, at }))
          return rows(STATEMENTS)
        })
      )
      await inScratchFolder((storage) =>
        inDatabase(database, async () => {
          const [port, other] = [await freePort(), await freePort()]
          const webs = [port, other].map((one) =>
            startShip('web', { database, storage, port: one })
          )
          const workers = [1, 2].map(() => startShip('worker', { database, storage }))
          ships.push(...webs, ...workers)
          const sessions = [await enterBy(webs[0]!), await enterBy(webs[1]!)]
          const page = `/campagnes/${runId}`
          const buttons = await Promise.all(
            sessions.map((session) => buttonOf(session, page, `${page}/emission`))
          )
          const places = await Promise.all(buttons.map((press) => press()))
          assert.match(places[0]!, /^\/travaux\/\d+$/)
          assert.equal(places[0], places[1])

          await until('statements', async () => (await count('statements')) >= 2)
          const victim = await heardLast(workers, ISSUING)
          await victim.kill()
          const survivor = workers.find((one) => one !== victim)!
          // It died in the middle, it was the one at work, and nobody goes on for it yet.
          await until('its last words', async () => !(await isConnected(victim)))
          assert.isBelow(await count('statements'), expected.length)
          assert.isUndefined(await heardLast([survivor], ISSUING))
          assert.equal(await count('works', `state = 'running'`), 1)
          await timePasses(database)
          await until('its end', async () => (await count('works', `state <> 'done'`)) === 0)
          // The queue hears of the end after the row says it.
          await until('the end of the job', async () => (await jobs())[0]?.state !== 'active')
          assert.deepEqual(await jobs(), [{ state: 'completed', retry_count: 1 }])

          assert.deepEqual(await rows(STATEMENTS), expected)
          assert.equal(await count('works'), 1)
          assert.deepEqual(await breaches(), [])
          const waiting = `state = 'queued' AND NOT for_digest`
          await until('mails', async () => (await count('mails', waiting)) === 0)
          const letters = await readdir(join(storage, 'courriels'))
          assert.isNotEmpty(letters)
          assert.equal(await count('mails', `state = 'sent' AND attempts = 1`), letters.length)
        })
      )
    } finally {
      for (const ship of ships) await ship.kill()
      for (const used of [alone, database]) await used.drop()
    }
  })
})
