import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import { endMembership } from '#app/network/members/end_membership'
import { renewMembership } from '#app/network/members/renew_membership'
import { activeMembers } from '#app/network/members/active_members'
import { association, codes, counts, done, person } from '#tests/database/network/fixtures'

test.group('Adhésion', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  /** AV71 is a member from 1 January 2026 on. */
  async function member() {
    const coordinator = await person('coordinator')
    const { id } = await association('AV71', coordinator)
    const isMember = async (day: string) => (await activeMembers([id], day)).has(id)
    const end = (endsOn: string, reason = 'Dissolution') =>
      endMembership({ associationCode: 'AV71', endsOn, reason, actorId: coordinator.id })
    const renew = (startsOn: string, associationCode = 'AV71') =>
      renewMembership({ associationCode, startsOn, actorId: coordinator.id })
    return { isMember, end, renew, actorId: coordinator.id }
  }

  test('elle finit la veille du jour dit, et peut reprendre', async ({ assert }) => {
    const { isMember, end, renew } = await member()
    done(await end('2026-07-01'))
    assert.isTrue(await isMember('2026-06-30'))
    assert.isFalse(await isMember('2026-07-01'))
    done(await renew('2026-09-01'))
    assert.isFalse(await isMember('2026-08-31'))
    assert.isTrue(await isMember('2026-09-01'))
  })

  test('une fin déjà dite peut être avancée, pas reculée', async ({ assert }) => {
    const { isMember, end } = await member()
    done(await end('2026-07-01'))
    done(await end('2026-06-01'))
    assert.isFalse(await isMember('2026-06-01'))
    assert.deepEqual(codes(await end('2026-08-01')), ['ADHESION_ABSENTE'])
  })

  test('un refus n’écrit rien', async ({ assert }) => {
    const { end, renew, actorId } = await member()
    const before = await counts('memberships', 'events')
    const absent = { associationCode: 'AV99', endsOn: '2026-07-01', reason: 'Fin', actorId }
    assert.deepEqual(codes(await end('2026-07-01', ' ')), ['MOTIF_MANQUANT'])
    assert.deepEqual(codes(await end('01/07/2026')), ['DATE_ILLISIBLE'])
    assert.deepEqual(codes(await end('2026-01-01')), ['ADHESION_POSTERIEURE'])
    assert.deepEqual(codes(await endMembership(absent)), ['ASSOCIATION_INCONNUE'])
    assert.deepEqual(codes(await renew('2026-09-01')), ['ADHESION_EN_COURS'])
    assert.deepEqual(codes(await renew('septembre')), ['DATE_ILLISIBLE'])
    assert.deepEqual(codes(await renew('2026-09-01', 'AV99')), ['ASSOCIATION_INCONNUE'])
    assert.deepEqual(await counts('memberships', 'events'), before)
  })
})
