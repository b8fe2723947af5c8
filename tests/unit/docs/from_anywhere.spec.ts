import { execFileSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { fileURLToPath } from 'node:url'
import { test } from '@japa/runner'

const ACE = fileURLToPath(new URL('../../../ace', import.meta.url))

test('une commande se lance de n’importe quel dossier, comme le fait une tâche planifiée', ({
  assert,
}) => {
  const env = { ...process.env, TS_EXEC_PWD: undefined }
  const said = execFileSync(ACE, ['ledger:check', '--help'], {
    cwd: tmpdir(),
    env,
    encoding: 'utf8',
  })
  assert.include(said, 'Vérifier tous les invariants des comptes')
})
