import { mkdir, rmdir } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { rows } from '#app/shared/rows'
import { appKey, storagePath } from '#start/env'
import { inDatabase } from '#tests/support/test_database'
import { aFreshInstallation, baseUrl, serve } from '#tests/support/web'

const MIGRATION = 'SELECT id, name, batch FROM adonis_schema ORDER BY id DESC LIMIT 1'

async function asked(accept: string) {
  const answer = await fetch(`${baseUrl()}/sante`, { headers: { accept } })
  return { status: answer.status, text: await answer.text() }
}

test.group('Sonde', (group) => {
  group.setup(async () => {
    await aFreshInstallation()
    return serve()
  })

  const AILMENTS: readonly {
    title: string
    code: string
    message: string
    ill: (ask: () => Promise<void>) => Promise<void>
  }[] = [
    {
      title: 'la base ne répond pas',
      code: 'database',
      message: 'La base de données ne répond pas.',
      ill: (ask) => inDatabase({ url: 'postgres:///nulle-part?host=/nulle/part&user=secret' }, ask),
    },
    {
      title: 'une migration attend',
      code: 'schema',
      message: 'La base de données n’est pas à jour.',
      async ill(ask) {
        const [last] = await rows<{ id: number; name: string; batch: number }>(MIGRATION)
        await rows('DELETE FROM adonis_schema WHERE id = ?', [last!.id])
        await ask()
        await rows('INSERT INTO adonis_schema (name, batch) VALUES (?, ?)', [
          last!.name,
          last!.batch,
        ])
      },
    },
    {
      title: 'personne ne fait les travaux',
      code: 'works',
      message: 'Les travaux attendent et personne ne les fait.',
      async ill(ask) {
        await rows(`INSERT INTO works (kind, subject_id, options, started_by, created_at)
          SELECT 'reconcile', 1, '{}', min(id), now() - interval '31 minutes' FROM users`)
        await ask()
        await rows('DELETE FROM works')
      },
    },
    {
      title: 'le disque ne se laisse pas écrire',
      code: 'disk',
      message: 'Le disque ne se laisse pas écrire.',
      async ill(ask) {
        // A folder stands where the probe writes.
        const path = join(storagePath, `.sante-${process.pid}`)
        await mkdir(path)
        await ask()
        await rmdir(path)
      },
    },
  ]

  for (const { title, code, message, ill } of AILMENTS) {
    test(`quand ${title}, elle répond 503, le dit à un logiciel et à une personne, et rien d’autre`, async ({
      assert,
    }) => {
      await ill(async () => {
        for (const accept of ['*/*', 'application/json']) {
          const told = await asked(accept)
          assert.equal(told.status, 503)
          assert.deepEqual(JSON.parse(told.text), { status: 'ko', reasons: [{ code, message }] })
        }
        const page = await asked('text/html,application/xhtml+xml,*/*;q=0.8')
        assert.equal(page.status, 503)
        assert.include(page.text, 'lang="fr"')
        assert.include(page.text, message)
        for (const secret of [appKey, storagePath, 'nulle', 'secret', 'postgres', 'Error']) {
          assert.notInclude(page.text, secret)
        }
      })
      const again = await asked('*/*')
      assert.deepEqual([again.status, again.text], [200, '{"status":"ok"}'])
    })
  }

  test('un travail qui attend depuis peu, ou dure, n’est pas une panne', async ({ assert }) => {
    await rows(`INSERT INTO works (kind, subject_id, options, started_by, created_at, state)
      SELECT 'reconcile', n, '{}', (SELECT min(id) FROM users), now() - after::interval, state
      FROM (VALUES (1, '29 minutes', 'queued'), (2, '3 hours', 'running')) AS works (n, after, state)`)
    assert.equal((await asked('*/*')).status, 200)
    await rows('DELETE FROM works')
  })
})
