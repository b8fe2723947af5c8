import Association from '#app/network/association'
import { installDepartments } from '#app/network/departments/install_departments'
import type { NewAssociation } from '#app/network/new_association'
import type { Day } from '#app/shared/day'
import { recordEvent } from '#app/shared/record_event'
import type { Trx } from '#app/shared/transaction'

export interface Entrance {
  actorId: number
  /** First day of the membership. */
  memberSince: Day
  importId: number | null
}

/** Writes a checked association with its departments and its membership, in the caller's transaction. */
export async function writeAssociation(
  trx: Trx,
  { departments, ...fields }: NewAssociation,
  { actorId, memberSince, importId }: Entrance
): Promise<Association> {
  await installDepartments(trx)
  const association = await Association.create({ ...fields, importId }, { client: trx })
  await writeDepartments(trx, association.id, departments)
  await trx.table('memberships').insert({ association_id: association.id, starts_on: memberSince })
  await recordEvent(trx, actorId, {
    verb: 'association.created',
    subject: ['association', association.id],
    after: { ...fields, departments, memberSince },
  })
  return association
}

/** Replaces the departments of an association. */
export async function writeDepartments(
  trx: Trx,
  associationId: number,
  departments: readonly string[]
): Promise<void> {
  await trx.from('association_departments').where('association_id', associationId).delete()
  await trx
    .table('association_departments')
    .multiInsert(
      departments.map((code) => ({ association_id: associationId, department_code: code }))
    )
}
