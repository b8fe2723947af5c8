import { readFile } from 'node:fs/promises'
import { test } from '@japa/runner'
import ace from '@adonisjs/core/services/ace'
import app from '@adonisjs/core/services/app'

test.group('Le guide d’exploitation', () => {
  test('chaque commande existe, avec les options écrites', async ({ assert }) => {
    const text = await readFile(app.makePath('docs/operations.md'), 'utf8')
    const cited = [...text.matchAll(/\.\/ace ([a-z][a-z:-]*)([^\n`;|#]*)/g)]
    assert.isAbove(cited.length, 20)
    await ace.boot()
    for (const [line, name, words] of cited) {
      if (name === 'list') continue
      const command = ace.getCommand(name!)
      assert.isNotNull(command, line)
      const options = command!.flags.map((flag) => flag.flagName)
      for (const [, option] of words!.matchAll(/--([a-z-]+)/g))
        assert.include(options, option!, line)
    }
  })

  test('chaque variable d’environnement est de celles que lit le logiciel', async ({ assert }) => {
    const text = await readFile(app.makePath('docs/operations.md'), 'utf8')
    const read = await readFile(app.makePath('start/env.ts'), 'utf8')
    const names = [...text.matchAll(/^([A-Z][A-Z0-9_]+)=/gm)].map(([, name]) => name!)
    assert.includeMembers(names, ['DATABASE_URL', 'S3_BUCKET', 'MAIL_FROM'])
    for (const name of names) assert.include(read, `  ${name}: Env.schema`)
  })
})
