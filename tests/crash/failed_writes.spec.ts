import { test } from '@japa/runner'
import { faults } from '#tests/crash/kill_points'
import { runScene, setScene } from '#tests/crash/scene'
import { stage } from '#tests/crash/stage'
import { survive } from '#tests/crash/survive'

const ALL_TAKES_MS = 1_800_000

test.group('Écriture en échec (disque plein, connexion coupée)', (group) => {
  const staged = stage(group)
  group.each.timeout(ALL_TAKES_MS)

  test('à n’importe quelle écriture d’une émission : elle le dit, et se reprend au même résultat', ({
    assert,
  }) => {
    const { federation, on } = staged()
    return on(runScene(federation, 'approved'), (scene) =>
      survive(assert, staged(), scene, { verb: 'issue', points: faults(4) })
    )
  })

  test('à n’importe quelle écriture d’un ordre de virement : il le dit, et se refait une seule fois', ({
    assert,
  }) => {
    const { federation, on, offices } = staged()
    return on(runScene(federation, 'approved'), async (scene) => {
      await offices[0]!.do({ ...scene, verb: 'issue' })
      await survive(assert, staged(), scene, { verb: 'order', points: faults(2) })
    })
  })

  test('à n’importe quelle écriture d’une réponse de la banque : elle le dit, et s’importe une seule fois', ({
    assert,
  }) => {
    const { federation, on, offices } = staged()
    return on(runScene(federation, 'approved'), async (scene) => {
      await offices[0]!.do({ ...scene, verb: 'issue' })
      await offices[0]!.do({ ...scene, verb: 'order' })
      await survive(assert, staged(), scene, { verb: 'answer', points: faults(3) })
    })
  })

  for (const kind of ['saisines', 'fiches'] as const) {
    test(`à n’importe quelle écriture d’un import de ${kind} : il le dit, et se relance sans rien perdre ni doubler`, ({
      assert,
    }) => {
      const { federation, on, files } = staged()
      return on(
        setScene(federation, async () => ({ file: files[kind] })),
        (scene) => survive(assert, staged(), scene, { verb: 'import', points: faults(2) })
      )
    })
  }
})
