import { test } from '@japa/runner'
import { approvedScene, drop, type Scene } from '#tests/crash/scene'
import { survive } from '#tests/crash/survive'

test.group('Arrêt brutal', (group) => {
  let scene: Scene

  group.setup(async () => {
    scene = await approvedScene()
    return async () => {
      await scene.office.close()
      await drop(scene)
    }
  })

  test('une émission tuée à n’importe quelle écriture se reprend au même résultat', async ({
    assert,
  }) => {
    await survive(assert, scene, 'issue', 24)
  })

  test('un ordre de virement tué à n’importe quelle écriture se refait une seule fois', async ({
    assert,
  }) => {
    await scene.office.do({ ...scene, office: undefined, verb: 'issue' } as never)
    await survive(assert, scene, 'order', 12)
  })
})
