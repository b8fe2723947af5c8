import { test } from '@japa/runner'
import { readExportOptions } from '#app/ledger/export/read_export_options'
import { isRefused } from '#app/shared/result'

test.group('Options du fichier des écritures', () => {
  test('sans rien dire, tout le journal, séparé par des tabulations', ({ assert }) => {
    assert.deepEqual(readExportOptions({ separator: 'tab' }), {
      separator: '\t',
      span: { from: undefined, until: undefined },
    })
  })

  test('les jours se tapent à la française ou non', ({ assert }) => {
    assert.deepEqual(
      readExportOptions({ from: '01/01/2026', until: '2026-12-31', separator: 'pipe' }),
      { separator: '|', span: { from: '2026-01-01', until: '2026-12-31' } }
    )
  })

  const refusals: [Parameters<typeof readExportOptions>[0], string][] = [
    [{ separator: ';' }, 'SEPARATEUR_INCONNU'],
    [{ separator: 'toString' }, 'SEPARATEUR_INCONNU'],
    [{ from: '31/02/2026', separator: 'tab' }, 'JOUR_INCONNU'],
    [{ until: 'demain', separator: 'tab' }, 'JOUR_INCONNU'],
    [{ from: '2026-02-02', until: '2026-02-01', separator: 'tab' }, 'JOURS_INVERSES'],
  ]
  for (const [typed, code] of refusals) {
    test(`${JSON.stringify(typed)} est refusé (${code})`, ({ assert }) => {
      const result = readExportOptions(typed)
      assert.equal(isRefused(result) ? result.refused[0]?.code : null, code)
    })
  }
})
