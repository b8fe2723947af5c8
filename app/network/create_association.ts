import type User from '#app/accounts/user'
import type Association from '#app/network/association'
import { associationProblems } from '#app/network/directory/association_problems'
import { reasonOf } from '#app/network/directory/cell_problem'
import { loadKnownAssociations } from '#app/network/directory/known_associations'
import type { NewAssociation } from '#app/network/new_association'
import { writeAssociation } from '#app/network/write_association'
import { parisDay, type Day } from '#app/shared/day'
import { refuse, type Refused } from '#app/shared/result'
import { lock, transaction } from '#app/shared/transaction'

/** Brings an association into the network, a member from that day on. */
export function createAssociation(
  actor: Pick<User, 'id'>,
  input: NewAssociation,
  memberSince: Day = parisDay(new Date())
): Promise<Association | Refused> {
  return transaction<Association>(async (trx) => {
    await lock(trx, 'associations')
    const problems = associationProblems(input, await loadKnownAssociations(trx))
    if (problems.length > 0) return { refused: problems.map(reasonOf) }
    if (await trx.from('associations').where('code', input.code).first()) {
      return refuse(
        'CODE_PRIS',
        `Le code ${input.code} est déjà celui d’une association.`,
        'Choisissez un autre code.'
      )
    }
    return writeAssociation(trx, input, { actorId: actor.id, memberSince, importId: null })
  })
}
