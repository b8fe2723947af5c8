import type User from '#app/accounts/user'
import { granted } from '#app/demo/granted'
import { declareAction } from '#app/network/actions/declare_action'
import { addDays, parisDay } from '#app/shared/day'
import { rows } from '#app/shared/rows'

const ACTIONS = [
  ['reunion_elus', 'Réunion de rentrée des élus', 42, true],
  ['documents', 'Dépliants remis en mairie', 15, false],
  ['formation', 'Demi-journée de formation', 18, true],
  ['congres', 'Stand au congrès départemental', 120, true],
] as const

/** Each of these people declares what their association did beside mayors, two actions each. */
export async function declareDemoActions(people: readonly User[], at: Date): Promise<void> {
  const departments = new Map(
    (
      await rows<{ id: number; code: string }>(
        'SELECT association_id AS id, min(department_code) AS code FROM association_departments GROUP BY 1'
      )
    ).map(({ id, code }) => [id, code])
  )
  for (const [n, person] of people.entries()) {
    for (const shift of [0, 1]) {
      const [kind, label, participants, withAmf] = ACTIONS[(n + shift) % ACTIONS.length]!
      const action = {
        heldOn: addDays(parisDay(at), -20 * (shift + 1) - n),
        department: departments.get(person.associationId!) ?? '01',
        kind,
        label,
        participants: String(participants + n),
        withAmf: withAmf ? 'oui' : 'non',
      }
      granted(await declareAction(person, action, at))
    }
  }
}
