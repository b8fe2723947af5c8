import { test } from '@japa/runner'
import testUtils from '@adonisjs/core/services/test_utils'
import { createUser, type NewUser } from '#app/accounts/create_user'
import type User from '#app/accounts/user'
import { isRefused } from '#app/shared/result'
import { row } from '#app/shared/rows'
import { association, counts, done } from '#tests/database/network/fixtures'

const ADMIN: NewUser = {
  email: 'Admin@Exemple.test',
  fullName: 'Personne fictive',
  role: 'admin',
  associationCode: null,
}

const codes = (result: User | { refused: { code: string }[] }) =>
  isRefused(result) ? result.refused.map(({ code }) => code) : []

test.group('Comptes', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('le premier compte s’ouvre seul, les suivants par l’administration', async ({ assert }) => {
    const admin = done(await createUser(null, ADMIN))
    assert.equal(admin.email, 'admin@exemple.test')
    const second = { ...ADMIN, email: 'tresorier@exemple.test', role: 'approver' }
    const before = await counts('users', 'events')
    assert.deepEqual(codes(await createUser(null, second)), ['ADMINISTRATION_REQUISE'])
    assert.deepEqual(await counts('users', 'events'), before)

    const approver = done(await createUser(admin, second))
    const third = { ...ADMIN, email: 'autre@exemple.test' }
    assert.deepEqual(codes(await createUser(approver, third)), ['ADMINISTRATION_REQUISE'])
    const event = await row(`SELECT actor_id, verb FROM events ORDER BY id DESC LIMIT 1`)
    assert.deepEqual(event, { actor_id: admin.id, verb: 'user.created' })
  })

  test('un compte mal défini est refusé: {code}')
    .with([
      { change: { email: 'courriel' }, code: 'COURRIEL' },
      { change: { email: 'ADMIN@exemple.test' }, code: 'COURRIEL_PRIS' },
      { change: { fullName: ' ' }, code: 'NOM_MANQUANT' },
      { change: { role: 'chef' }, code: 'ROLE_INCONNU' },
      { change: { role: 'association' }, code: 'ASSOCIATION_DU_COMPTE' },
      {
        change: { role: 'association', associationCode: 'ABSENTE' },
        code: 'ASSOCIATION_DU_COMPTE',
      },
    ])
    .run(async ({ assert }, { change, code }) => {
      const admin = done(await createUser(null, ADMIN))
      const before = await counts('users', 'events')
      const input = { ...ADMIN, email: 'neuf@exemple.test', ...change }
      assert.deepEqual(codes(await createUser(admin, input)), [code])
      assert.deepEqual(await counts('users', 'events'), before)
    })

  test('le compte d’une association porte la sienne, et elle seule', async ({ assert }) => {
    const admin = done(await createUser(null, ADMIN))
    const { id } = await association('AV71', admin)
    const member = { ...ADMIN, email: 'av71@exemple.test', associationCode: 'AV71' }
    assert.equal(
      done(await createUser(admin, { ...member, role: 'association' })).associationId,
      id
    )
    const finance = { ...member, email: 'autre@exemple.test', role: 'finance' }
    assert.deepEqual(codes(await createUser(admin, finance)), ['ASSOCIATION_DU_COMPTE'])
  })
})
