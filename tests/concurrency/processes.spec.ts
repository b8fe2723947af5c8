import { test } from '@japa/runner'
import { buildFederation, drop, runScene, take } from '#tests/crash/scene'
import { startOffice, type Reply } from '#tests/support/office'

test.group('Quatre processus à la fois', () => {
  test('quatre processus émettent la même campagne : les mêmes documents qu’un seul', async ({
    assert,
  }) => {
    const federation = await buildFederation()
    const scene = await runScene(federation, 'approved')
    const alone = await take(scene, 'alone')
    const together = await take(scene, 'together')
    const offices = await Promise.all([1, 2, 3, 4].map(() => startOffice()))
    const [first] = offices
    try {
      const expected = (await first!.do({ ...alone, verb: 'issue' })) as Reply
      const replies = await Promise.all(
        offices.map((office) => office.do({ ...together, verb: 'issue' }))
      )
      for (const { refused } of replies as Reply[]) {
        assert.isEmpty(refused.filter(({ code }) => code !== 'ETAT_DE_LA_CAMPAGNE'))
      }
      const { books } = (await first!.do({ ...together, verb: 'read' })) as Reply
      assert.deepEqual(books, expected.books)
      assert.deepEqual(books.breaches, [])
    } finally {
      for (const office of offices) await office.close()
      for (const order of [alone, together, scene]) await drop(order)
      await federation.database.drop()
    }
  })
})
