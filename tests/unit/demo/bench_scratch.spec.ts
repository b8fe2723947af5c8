import { existsSync } from 'node:fs'
import { test } from '@japa/runner'
import drive from '@adonisjs/drive/services/main'
import { inScratchDatabase } from '#app/shared/scratch_database'
import { inScratchFolder } from '#app/shared/scratch_folder'
import { row, rows } from '#app/shared/rows'

const current = async () => (await row<{ name: string }>('SELECT current_database() AS name'))!.name
const left = () => rows(`SELECT 1 FROM pg_database WHERE datname LIKE '%\\_bench'`)

test.group('Banc d’essai : la base et le dossier à part', () => {
  test('le travail se fait dans une base neuve, qui disparaît ; l’autre est retrouvée', async ({
    assert,
  }) => {
    const before = await current()
    const seen = await inScratchDatabase('bench', async (database) => ({
      database,
      inside: await current(),
      users: (await row<{ n: number }>('SELECT count(*) AS n FROM users'))!.n,
    }))
    const name = `${before}_bench`
    assert.deepEqual(seen, { database: name, inside: name, users: 0 })
    assert.equal(await current(), before)
    assert.isEmpty(await left())
  })

  test('un échec laisse tout en place', async ({ assert }) => {
    const before = await current()
    await assert.rejects(
      () => inScratchDatabase('bench', () => Promise.reject(new Error('panne au milieu'))),
      'panne au milieu'
    )
    assert.equal(await current(), before)
    assert.isEmpty(await left())
  })

  test('deux bancs à la fois : le second est refusé', async ({ assert }) => {
    const refused = await inScratchDatabase('bench', () =>
      inScratchDatabase('bench', async () => ({}))
    )
    assert.propertyVal(
      (refused as { refused: object[] }).refused[0]!,
      'code',
      'BASE_D_ESSAI_OCCUPEE'
    )
  })

  test('les documents vont dans un dossier qui disparaît avec eux', async ({ assert }) => {
    let kept = ''
    await inScratchFolder(async (folder) => {
      kept = folder
      await drive.use().put('campagnes/essai.pdf', 'essai')
      assert.isTrue(existsSync(`${folder}/archive/campagnes/essai.pdf`))
    })
    assert.isFalse(existsSync(kept))
    assert.isFalse(await drive.use().exists('campagnes/essai.pdf'))
  })
})
