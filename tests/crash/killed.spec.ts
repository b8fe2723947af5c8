import { test } from '@japa/runner'
import { deaths } from '#tests/crash/kill_points'
import { runScene, setScene } from '#tests/crash/scene'
import { stage } from '#tests/crash/stage'
import { survive } from '#tests/crash/survive'
import { undoableImport } from '#tests/crash/undoable_import'

const ALL_TAKES_MS = 1_800_000

test.group('Arrêt brutal', (group) => {
  const staged = stage(group)
  group.each.timeout(ALL_TAKES_MS)

  test('une émission tuée à n’importe quelle écriture se reprend au même résultat', ({
    assert,
  }) => {
    const { federation, on } = staged()
    return on(runScene(federation, 'approved'), (scene) =>
      survive(assert, staged(), scene, { verb: 'issue', points: deaths(4) })
    )
  })

  test('un processus tué pendant qu’un autre émet la même campagne ne laisse aucun relevé sans documents', ({
    assert,
  }) => {
    const { federation, on } = staged()
    const midFile = (writes: readonly string[]) =>
      writes
        .flatMap((write, i) => (write.startsWith('file ') ? [i + 1] : []))
        .slice(0, process.env.CRASH_ALL ? writes.length : 2)
        .map((at) => ({ at, moment: 'during' as const }))
    return on(runScene(federation, 'approved'), (scene) =>
      survive(assert, staged(), scene, { verb: 'issue', alongside: true, points: midFile })
    )
  })

  test('un ordre de virement tué à n’importe quelle écriture se refait une seule fois', ({
    assert,
  }) => {
    const { federation, on, offices } = staged()
    return on(runScene(federation, 'approved'), async (scene) => {
      await offices[0]!.do({ ...scene, verb: 'issue' })
      await survive(assert, staged(), scene, { verb: 'order', points: deaths(2) })
    })
  })

  for (const kind of ['saisines', 'fiches'] as const) {
    test(`un import de ${kind} tué à n’importe quelle écriture se relance : rien de perdu, rien en double`, ({
      assert,
    }) => {
      const { federation, on, files } = staged()
      return on(
        setScene(federation, async () => ({ file: files[kind] })),
        (scene) => survive(assert, staged(), scene, { verb: 'import', points: deaths(2) })
      )
    })

    test(`l’annulation d’un import de ${kind} tuée à n’importe quelle écriture se relance`, ({
      assert,
    }) => {
      const { federation, on } = staged()
      return on(undoableImport(federation, kind), (scene) =>
        survive(assert, staged(), scene, { verb: 'undo', points: deaths(1) })
      )
    })
  }

  for (const [verb, state, title] of [
    ['calculate', 'draft', 'un calcul tué'],
    ['calculate', 'calculated', 'un second calcul tué'],
    ['submit', 'calculated', 'une soumission tuée'],
    ['approve', 'submitted', 'une approbation tuée'],
    ['hold', 'approved', 'une retenue tuée'],
    ['abandon', 'calculated', 'un abandon tué'],
  ] as const) {
    test(`${title} à n’importe quelle écriture se refait, et rien n’est fait à moitié`, ({
      assert,
    }) => {
      const { federation, on } = staged()
      return on(runScene(federation, state), (scene) =>
        survive(assert, staged(), scene, { verb, points: deaths(1) })
      )
    })
  }
})
