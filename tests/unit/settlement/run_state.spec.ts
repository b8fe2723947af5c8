import { test } from '@japa/runner'
import { RUN_STATES, verbReasons, type RunState, type RunVerb } from '#app/settlement/run_state'

const STATES = Object.keys(RUN_STATES) as RunState[]
const POSSIBLE: Record<RunVerb, RunState[]> = {
  calculate: ['draft', 'calculated'],
  hold: ['draft', 'calculated', 'submitted', 'approved'],
  submit: ['calculated'],
  reopen: ['submitted', 'approved'],
  approve: ['submitted'],
  issue: ['approved', 'issuing'],
  pay: ['issued', 'paid'],
  abandon: ['draft', 'calculated', 'submitted', 'approved'],
}

test.group('États d’une campagne', () => {
  test('chaque verbe n’est possible que dans ses états, et dit lesquels sinon', ({ assert }) => {
    for (const [verb, states] of Object.entries(POSSIBLE) as [RunVerb, RunState[]][]) {
      for (const state of STATES) {
        const reasons = verbReasons(verb, { code: 'AMF-2021-2026T3', state })
        assert.lengthOf(reasons, states.includes(state) ? 0 : 1, `${verb} ${state}`)
      }
    }
    const [reason] = verbReasons('approve', { code: 'AMF-2021-2026T3', state: 'issued' })
    assert.deepEqual(reason, {
      code: 'ETAT_DE_LA_CAMPAGNE',
      message: 'On ne peut pas approuver la campagne AMF-2021-2026T3 : elle est « émise ».',
      remedy: 'Elle doit être « soumise ».',
    })
  })

  test('rien ne revient d’une émission, et rien ne sort d’un état final', ({ assert }) => {
    const seen = new Set<RunState>(['issuing'])
    for (const state of seen) for (const next of RUN_STATES[state].next) seen.add(next)
    assert.sameMembers([...seen], ['issuing', 'issued', 'paid', 'closed'])
    assert.isEmpty(RUN_STATES.closed.next)
    assert.isEmpty(RUN_STATES.abandoned.next)
  })
})
