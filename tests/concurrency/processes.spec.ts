import { test } from '@japa/runner'
import { take, approvedScene, drop } from '#tests/crash/scene'
import { startOffice, type Reply } from '#tests/support/office'

test.group('Quatre processus à la fois', () => {
  test('quatre processus émettent la même campagne : les mêmes documents qu’un seul', async ({
    assert,
  }) => {
    const scene = await approvedScene()
    const alone = await take(scene, 'alone')
    const together = await take(scene, 'together')
    const offices = [scene.office, ...(await Promise.all([1, 2, 3].map(startOffice)))]
    try {
      const expected = (await scene.office.do({ ...alone, verb: 'issue' })) as Reply
      const replies = await Promise.all(
        offices.map((office) => office.do({ ...together, verb: 'issue' }))
      )
      for (const { refused } of replies as Reply[]) {
        assert.isEmpty(refused.filter(({ code }) => code !== 'ETAT_DE_LA_CAMPAGNE'))
      }
      const { books } = (await scene.office.do({ ...together, verb: 'read' })) as Reply
      assert.deepEqual(books, expected.books)
      assert.deepEqual(books.breaches, [])
    } finally {
      for (const office of offices) await office.close()
      for (const order of [alone, together, scene]) await drop(order)
    }
  })
})
