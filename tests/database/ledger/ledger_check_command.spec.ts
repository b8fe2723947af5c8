import { test } from '@japa/runner'
import ace from '@adonisjs/core/services/ace'
import db from '@adonisjs/lucid/services/db'
import LedgerCheck from '#app/ledger/checks/ledger_check_command'

/** The command opens a snapshot of its own, which a test's wrapping transaction would forbid. */
async function performed() {
  const command = await ace.create(LedgerCheck, [])
  const { data, lines } = await command.perform()
  const text = lines.join('\n').replace(/[\u00a0\u202f]/g, ' ')
  return { exitCode: command.exitCode, data, text }
}

test.group('Commande ledger:check', (group) => {
  group.each.setup(() => {
    return async () => {
      await db.rawQuery('ALTER TABLE transfers ENABLE TRIGGER transfers_frozen')
    }
  })

  test('tout en règle : une ligne par invariant, et le code 0', async ({ assert }) => {
    const { exitCode, data, text } = await performed()
    assert.isUndefined(exitCode)
    assert.propertyVal(data, 'ok', true)
    assert.include(text, 'Chaque ligne se recalcule au centime — 0 vérifié\n')
    assert.notInclude(text, '✗')
  })

  test('un écart : il est montré sous son invariant, et le code est 1', async ({ assert }) => {
    await db.rawQuery('ALTER TABLE transfers DISABLE TRIGGER transfers_frozen')
    const { exitCode, data, text } = await performed()
    assert.equal(exitCode, 1)
    assert.propertyVal(data, 'ok', false)
    assert.match(
      text,
      /Les déclencheurs et contraintes de la base sont en place — 1 écart sur \d+\n {4}déclencheur transfers_frozen : absent ou désactivé$/
    )
  })
})
