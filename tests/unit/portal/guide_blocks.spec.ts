import { readFile } from 'node:fs/promises'
import app from '@adonisjs/core/services/app'
import { test } from '@japa/runner'
import { guideBlocks } from '#app/portal/guide/guide_blocks'

test.group('Le guide de l’association, à l’écran', () => {
  test('titres, textes, listes, mots forts et adresses se lisent', ({ assert }) => {
    const text =
      '# Titre\n\nUn **mot** et\n`/mes-fiches`, [ailleurs](x.md).\n\n## Suite\n\n1. un\n   encore\n2. deux\n\n- seul\n'
    assert.deepEqual(guideBlocks(text), [
      {
        kind: 'text',
        lines: [
          [
            { text: 'Un ', strong: false, href: null },
            { text: 'mot', strong: true, href: null },
            { text: ' et ', strong: false, href: null },
            { text: '/mes-fiches', strong: false, href: '/mes-fiches' },
            { text: ', ', strong: false, href: null },
            { text: 'ailleurs', strong: false, href: null },
            { text: '.', strong: false, href: null },
          ],
        ],
      },
      { kind: 'title', lines: [[{ text: 'Suite', strong: false, href: null }]] },
      {
        kind: 'steps',
        lines: [
          [{ text: 'un encore', strong: false, href: null }],
          [{ text: 'deux', strong: false, href: null }],
        ],
      },
      { kind: 'list', lines: [[{ text: 'seul', strong: false, href: null }]] },
    ])
  })

  test('rien du vrai guide n’échappe à la lecture', async ({ assert }) => {
    const markdown = await readFile(app.makePath('docs/guide/association.md'), 'utf8')
    const blocks = guideBlocks(markdown)
    assert.isAbove(blocks.filter(({ kind }) => kind === 'title').length, 8)
    for (const { lines } of blocks) {
      for (const { text } of lines.flat()) assert.notMatch(text, /[`*|#]|\]\(|^\s*[-\d]+\.? $/)
    }
  })
})
