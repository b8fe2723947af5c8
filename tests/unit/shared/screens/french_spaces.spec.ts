import { glob, readFile } from 'node:fs/promises'
import { test } from '@japa/runner'
import edge from 'edge.js'
import { frenchSpaces } from '#app/shared/screens/french_spaces'
import '#start/view'

const VIEWS = new URL('../../../../resources/views/', import.meta.url)

test.group('Espaces du français dans les pages', () => {
  test('devant : ; ! ? et dans les guillemets, l’espace ne se coupe pas', ({ assert }) => {
    assert.equal(
      frenchSpaces('Pourquoi ? « Parce que » : voilà ; fin !'),
      'Pourquoi\u00a0? «\u00a0Parce que\u00a0»\u00a0: voilà\u00a0; fin\u00a0!'
    )
    assert.equal(
      frenchSpaces('à 14:05 (voir https://exemple.test/?q=1)'),
      'à 14:05 (voir https://exemple.test/?q=1)'
    )
  })

  test('une page les a, et ses expressions disent la même chose', async ({ assert }) => {
    const page = await edge.renderRaw(`État : {{ !late ? 'à l’heure' : 'en retard' }} !`, {
      late: true,
    })
    assert.equal(page.trim(), 'État\u00a0: en retard\u00a0!')
  })

  test('chaque page du logiciel se compile ainsi', async ({ assert }) => {
    let compiled = 0
    for await (const name of glob('**/*.edge', { cwd: VIEWS.pathname })) {
      const text = await readFile(new URL(name, VIEWS), 'utf8')
      assert.doesNotThrow(() => edge.asyncCompiler.compileRaw(text), name)
      compiled++
    }
    assert.isAbove(compiled, 100)
  })
})
