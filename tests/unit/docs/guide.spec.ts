import { readdirSync, readFileSync } from 'node:fs'
import ace from '@adonisjs/core/services/ace'
import app from '@adonisjs/core/services/app'
import router from '@adonisjs/core/services/router'
import { test } from '@japa/runner'
import { everyRoute } from '#tests/support/routes'

const FOLDER = app.makePath('docs/guide')

/** Each page of the guide, with what it quotes as code. */
const PAGES = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.md'))
  .map((name) => {
    const text = readFileSync(`${FOLDER}/${name}`, 'utf8')
    return { name, text, quoted: Array.from(text.matchAll(/`([^`\n]+)`/g), ([, code]) => code!) }
  })

test.group('Le guide', () => {
  test('chaque adresse citée est une page', async ({ assert }) => {
    await import('#start/routes')
    router.commit()
    const pages = everyRoute()
      .filter(({ method }) => method === 'GET')
      .map(({ pattern }) => pattern)
    const cited = PAGES.flatMap(({ name, quoted }) =>
      quoted.filter((code) => /^\/[a-z-]*(\/|$)/.test(code)).map((path) => ({ name, path }))
    )
    assert.isAbove(cited.length, 30)
    for (const { name, path } of cited) assert.include(pages, path, name)
  })

  test('chaque commande citée existe', async ({ assert }) => {
    await ace.boot()
    const commands = ['list', ...ace.getCommands().map(({ commandName }) => commandName)]
    const cited = PAGES.flatMap(({ name, text }) =>
      Array.from(text.matchAll(/\.\/ace ([a-z][a-z:-]*)/g), ([, command]) => ({
        name,
        command: command!,
      }))
    )
    assert.isAbove(cited.length, 20)
    for (const { name, command } of cited) assert.include(commands, command, name)
  })

  test('chaque page citée par une autre est là', ({ assert }) => {
    const names = PAGES.map(({ name }) => name)
    for (const { name, text } of PAGES) {
      for (const [, linked] of text.matchAll(/\]\(([a-z-]+\.md)/gi)) {
        assert.include(names, linked!, name)
      }
    }
  })
})
