import { test } from '@japa/runner'
import { killPoints } from '#tests/crash/kill_points'
import { approvedScene, drop, type Scene } from '#tests/crash/scene'
import { survive } from '#tests/crash/survive'

const ALL_TAKES_MS = 1_800_000

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
    await survive(assert, scene, { verb: 'issue', points: (writes) => killPoints(writes, 16) })
  }).timeout(ALL_TAKES_MS)

  test('un processus tué pendant qu’un autre émet la même campagne ne laisse aucun relevé sans documents', async ({
    assert,
  }) => {
    await survive(assert, scene, {
      verb: 'issue',
      alongside: true,
      points: (writes) =>
        writes.flatMap((write, i) =>
          write.startsWith('file ') ? [{ at: i + 1, moment: 'during' as const }] : []
        ),
    })
  }).timeout(ALL_TAKES_MS)

  test('un ordre de virement tué à n’importe quelle écriture se refait une seule fois', async ({
    assert,
  }) => {
    const { office, ...order } = scene
    await office.do({ ...order, verb: 'issue' })
    await survive(assert, scene, { verb: 'order', points: (writes) => killPoints(writes, 8) })
  }).timeout(ALL_TAKES_MS)
})
