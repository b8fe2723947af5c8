import { request } from 'node:http'
import { setTimeout } from 'node:timers/promises'
import { test } from '@japa/runner'
import { aPlayedQuarter, enter, serve, type Visitor } from '#tests/support/web'
import { startWebProcess, type WebProcess } from '#tests/web/hostile/web_process'

const BORDER = 'borne'
const MEGABYTE = 1024 * 1024

/** Names that an object already has: a map that is not empty from birth would take them for handlers. */
const BORN_NAMES = [
  'toString',
  '__proto__',
  'constructor',
  'hasOwnProperty',
  'valueOf',
  'isPrototypeOf',
  '__defineGetter__',
  'handler',
  '*',
  'length',
  'a[toString]',
  'a.__proto__.b',
  'constructor[prototype][x]',
]

function part(name: string, file: string | null, content: string): string {
  const named = file === null ? '' : `; filename="${file}"`
  return `--${BORDER}\r\nContent-Disposition: form-data; name="${name}"${named}\r\n\r\n${content}\r\n`
}

test.group('Envois de fichiers', (group) => {
  let web: WebProcess
  let visitor: Visitor

  group.setup(async () => {
    await aPlayedQuarter()
    const close = await serve()
    web = await startWebProcess()
    visitor = await enter('coordinator')
    return async () => {
      await web.close()
      close()
    }
  })

  /** Sends parts, or anything, as a form with files, to the other process; gives the status of its answer. */
  async function send(
    body: string,
    {
      path = '/imports/verification',
      type = `multipart/form-data; boundary=${BORDER}`,
      entered = true,
    } = {}
  ): Promise<number> {
    const headers = { 'content-type': type, 'cookie': entered ? visitor.cookies : '' }
    const init = { method: 'POST', body, headers, redirect: 'manual' as const }
    return (await fetch(web.url + path, init)).status
  }

  const whole = (...parts: string[]) =>
    [part('_csrf', null, visitor.token), ...parts, `--${BORDER}--\r\n`].join('')

  test('un fichier sous le nom d’une propriété de tout objet n’arrête pas le serveur', async ({
    assert,
  }) => {
    const sent = await Promise.all(
      BORN_NAMES.flatMap((name) =>
        [true, false].map(async (entered) => {
          const parts = whole(part(name, 'a.csv', 'a;b'), part(name, null, 'c'))
          return [name, entered, await send(parts, { entered })] as const
        })
      )
    )
    for (const [name, entered, status] of sent) assert.equal(status, 303, `${name} ${entered}`)
    assert.isTrue(web.alive())
  })

  test('un envoi coupé, sans borne, trop nombreux ou trop long est refusé', async ({ assert }) => {
    const file = part('file', 'a.csv', 'a;b\n')
    const statuses = {
      'sans borne': await send(whole(file), { type: 'multipart/form-data' }),
      'borne vide': await send(whole(file), { type: 'multipart/form-data; boundary=' }),
      'autre borne': await send(whole(file), { type: 'multipart/form-data; boundary=autre' }),
      'coupé': await send(whole(file).slice(0, -20)),
      'coupé dans un en-tête': await send(whole(file).slice(0, 180)),
      'vide': await send(''),
      'dix mille champs': await send(
        whole(...Array.from({ length: 10_000 }, (_, n) => part(`c${n}`, null, 'a')))
      ),
      'champ de 1 Mo': await send(whole(part('kind', null, 'a'.repeat(MEGABYTE)))),
      'en-tête de partie sans fin': await send(whole(part('a'.repeat(200_000), 'a.csv', 'a'))),
    }
    for (const [name, status] of Object.entries(statuses)) {
      assert.include([400, 413, 415, 419], status, name)
    }
    const taken = {
      'noms emboîtés': await send(whole(part('a[b][c]', 'a.csv', 'a'), part('a[b][c]', null, 'a'))),
      'un fichier deux fois': await send(whole(part('kind', null, 'saisines'), file, file)),
      'un texte à la place du fichier': await send(
        whole(part('kind', null, 'saisines'), part('file', null, 'a'))
      ),
      'un fichier à la place d’un texte': await send(
        whole(part('kind', 'a.csv', 'saisines'), file)
      ),
      'un nom de fichier qui remonte': await send(
        whole(part('kind', null, 'saisines'), part('file', '../../../../tmp/a.csv', 'a;b\n'))
      ),
      'un nom de fichier étrange': await send(
        whole(
          part('kind', null, 'saisines'),
          part('file', `\u0000\u202e${'é'.repeat(300)}.csv`, 'a;b\n')
        )
      ),
    }
    for (const [name, status] of Object.entries(taken)) assert.equal(status, 303, name)
    assert.isTrue(web.alive())
  })

  test('rien n’attend dans les dossiers une fois la réponse donnée', async ({ assert }) => {
    await send(whole(part('file', 'a.csv', 'a;b\n'), part('autre', 'b.csv', 'a;b\n')))
    await send(whole(part('file', 'a.csv', 'a;b\n')), { path: '/saisines' })
    await send(whole(part('_csrf', null, 'faux'), part('file', 'a.csv', 'a'.repeat(MEGABYTE))))
    assert.isEmpty((await web.waitingFiles()).filter((name) => name.startsWith('recu-')))
  })

  test('trop lourd : refusé dès l’annonce, ou dès que c’est trop, sans tout garder en mémoire', async ({
    assert,
  }) => {
    const before = await web.memory()
    const announced = await stream({ announced: true, megabytes: 121 })
    assert.equal(announced.status, 413)
    assert.isBelow(announced.sent, 30 * MEGABYTE, 'refusé avant d’être reçu')
    const unannounced = await stream({ announced: false, megabytes: 121 })
    assert.equal(unannounced.status, 413)
    assert.isBelow((await web.memory()) - before, 100 * MEGABYTE)
    await nothingWaits()
  })

  test('qui raccroche au milieu d’un envoi ne laisse rien', async ({ assert }) => {
    assert.equal((await stream({ announced: true, megabytes: 10, hangUpAfter: 5 })).status, 0)
    await nothingWaits()
    assert.isTrue(web.alive())
  })

  async function nothingWaits(): Promise<void> {
    const waiting = async () =>
      (await web.waitingFiles()).filter((name) => name.startsWith('recu-'))
    for (let time = 0; time < 100 && (await waiting()).length > 0; time++) await setTimeout(50)
    const left = await waiting()
    if (left.length > 0) throw new Error(`Left behind: ${left.join(', ')}`)
  }

  /** Sends a file a megabyte at a time, as the network takes it. */
  function stream({
    announced,
    megabytes,
    hangUpAfter = Number.POSITIVE_INFINITY,
  }: {
    announced: boolean
    megabytes: number
    hangUpAfter?: number
  }): Promise<{ status: number; sent: number }> {
    const start = part('_csrf', null, visitor.token) + part('file', 'a.csv', '').slice(0, -2)
    const length = start.length + megabytes * MEGABYTE
    return new Promise((resolve) => {
      let sent = 0
      const asked = request(`${web.url}/imports/verification`, {
        method: 'POST',
        headers: {
          'content-type': `multipart/form-data; boundary=${BORDER}`,
          'cookie': visitor.cookies,
          ...(announced ? { 'content-length': length } : {}),
        },
      })
      const end = (status: number) => {
        resolve({ status, sent })
        asked.destroy()
      }
      asked.on('response', ({ statusCode }) => end(statusCode!))
      asked.on('error', () => end(0))
      const chunk = Buffer.alloc(MEGABYTE, 'a')
      const next = () => {
        if (asked.destroyed) return
        if (sent >= hangUpAfter * MEGABYTE) return end(0)
        if (sent >= megabytes * MEGABYTE) return void asked.end()
        sent += MEGABYTE
        asked.write(chunk, () => setImmediate(next))
      }
      asked.write(start, next)
    })
  }
})
