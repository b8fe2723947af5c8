import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import mail from '@adonisjs/mail/services/main'
import { test } from '@japa/runner'
import { statementLetter } from '#app/shared/mail/letters/statement_issued'
import { notify } from '#app/shared/mail/notify'
import { queueMails } from '#app/shared/mail/queue_mails'
import { sendMail } from '#app/shared/mail/send_mail'
import { row, rows } from '#app/shared/rows'
import { transaction } from '#app/shared/transaction'
import { storagePath } from '#start/env'
import { aPlayedQuarter, spoilt } from '#tests/support/web'

const FOLDER = join(storagePath, 'courriels')
const { send } = mail

test.group('Un courriel et la mort de qui l’envoie', (group) => {
  let associationId = 0

  group.setup(async () => {
    await aPlayedQuarter()
    const found = await row<{ id: number }>('SELECT min(id) AS id FROM associations')
    associationId = found!.id
  })
  group.each.teardown(() => {
    mail.send = send
  })
  group.teardown(spoilt)

  /** A mail that its cause has committed, and that no process has taken yet. */
  async function written(cause: string): Promise<number> {
    const letter = statementLetter({
      id: 9,
      number: cause,
      conventionTitle: 'Accompagnement',
      issuedOn: '2026-11-23',
    })
    await transaction(async (trx) => ({
      told: await notify(trx, [{ kind: 'statement', associationId, cause, letter }], null),
    }))
    const found = await row<{ id: number }>('SELECT id FROM mails WHERE cause = ?', [cause])
    return found!.id
  }

  async function filesOf(id: number): Promise<string[]> {
    const names = await readdir(FOLDER).catch(() => [])
    return names.filter((name) => name.startsWith(`courriel-${id}reversement`))
  }

  function stateOf(id: number) {
    return row<{ state: string; attempts: number }>(
      'SELECT state, attempts FROM mails WHERE id = ?',
      [id]
    )
  }

  /** Has whoever holds the row of a mail die, as far as the database can tell. */
  function killSender() {
    return rows(
      `SELECT pg_terminate_backend(pid) FROM pg_locks
       WHERE relation = 'mails'::regclass AND mode = 'RowShareLock' AND pid <> pg_backend_pid()`
    )
  }

  test('mort après avoir écrit, avant toute file : un autre processus le met en file, une fois', async ({
    assert,
  }) => {
    const id = await written('CRASH-1')
    const counts = await Promise.all([queueMails(), queueMails(), queueMails()])
    assert.isAbove(Math.max(...counts), 0)
    while ((await queueMails()) > 0);
    const jobs = await row<{ n: number }>(
      `SELECT count(*) AS n FROM jobs.job WHERE name = 'mails' AND data ->> 'mailId' = ?`,
      [String(id)]
    )
    assert.equal(jobs!.n, 1)
  })

  test('mort avant la remise : rien n’est parti, la reprise l’envoie', async ({ assert }) => {
    const id = await written('CRASH-2')
    mail.send = async () => {
      await killSender()
      throw new Error('mort')
    }
    await assert.rejects(() => sendMail(id))
    assert.deepEqual(await stateOf(id), { state: 'queued', attempts: 0 })
    assert.isEmpty(await filesOf(id))
    mail.send = send
    await sendMail(id)
    await sendMail(id)
    assert.deepEqual(await stateOf(id), { state: 'sent', attempts: 1 })
    const files = await filesOf(id)
    assert.lengthOf(files, 1)
    await rm(join(FOLDER, files[0]!))
  })

  test('mort entre la remise et la validation : la reprise renvoie le même Message-ID', async ({
    assert,
  }) => {
    const id = await written('CRASH-3')
    const left: string[] = []
    mail.send = async (compose) => {
      const sent = await send.call(
        mail,
        (message: { nodeMailerMessage: { messageId?: string } }) => {
          ;(compose as (one: typeof message) => void)(message)
          left.push(message.nodeMailerMessage.messageId!)
        }
      )
      if (left.length === 1) await killSender()
      return sent
    }
    await assert.rejects(() => sendMail(id))
    assert.equal((await stateOf(id))!.state, 'queued')
    await sendMail(id)
    await sendMail(id)
    assert.deepEqual(left, [`<courriel-${id}@reversement>`, `<courriel-${id}@reversement>`])
    assert.deepEqual(await stateOf(id), { state: 'sent', attempts: 1 })
    const files = await filesOf(id)
    assert.lengthOf(files, 1, 'un logiciel de courrier, et le dossier, n’en gardent qu’un')
    await rm(join(FOLDER, files[0]!))
  })

  test('deux processus à la fois : un seul l’envoie', async ({ assert }) => {
    const id = await written('CRASH-4')
    let sendings = 0
    mail.send = async () => {
      sendings++
      await new Promise((resolve) => setTimeout(resolve, 50))
      return undefined as never
    }
    await Promise.all([sendMail(id), sendMail(id), sendMail(id)])
    assert.equal(sendings, 1)
    assert.deepEqual(await stateOf(id), { state: 'sent', attempts: 1 })
  })
})
