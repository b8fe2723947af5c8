import type Association from '#app/network/association'
import type { NewAssociation } from '#app/network/new_association'
import { writeDepartments } from '#app/network/write_association'
import { recordEvent } from '#app/shared/record_event'
import { rows } from '#app/shared/rows'
import type { Trx } from '#app/shared/transaction'

/**
 * Brings an association's description up to what is stated now, in the caller's transaction; true when
 * something changed. What is not stated (null) stays as it was known.
 */
export function updateAssociation(
  trx: Trx,
  association: Association,
  stated: NewAssociation,
  actorId: number
): Promise<boolean> {
  const said = Object.entries(stated).filter(([, value]) => value !== null)
  return changeAssociation(trx, association, Object.fromEntries(said), actorId)
}

/** Writes those of the fields that differ from what is known, null included; true when there are any. */
export async function changeAssociation(
  trx: Trx,
  association: Association,
  { departments, ...stated }: Partial<NewAssociation>,
  actorId: number
): Promise<boolean> {
  const known: Partial<NewAssociation> = {
    ...association.$attributes,
    departments: await departmentsOf(trx, association.id),
  }
  const described = { ...stated, ...(departments && { departments: departments.toSorted() }) }
  const changed = Object.entries(described).filter(
    ([field, value]) => String(value) !== String(known[field as keyof NewAssociation])
  )
  if (changed.length === 0) return false

  const after: Partial<NewAssociation> = Object.fromEntries(changed)
  const before = Object.fromEntries(
    changed.map(([field]) => [field, known[field as keyof NewAssociation]])
  )
  const { departments: newDepartments, ...fields } = after
  await association.useTransaction(trx).merge(fields).save()
  if (newDepartments) await writeDepartments(trx, association.id, newDepartments)
  await recordEvent(trx, actorId, {
    verb: 'association.updated',
    subject: ['association', association.id],
    before,
    after,
  })
  return true
}

/** Codes of the departments of an association, in order. */
export async function departmentsOf(trx: Trx, associationId: number): Promise<string[]> {
  const found = await rows<{ code: string }>(
    `SELECT department_code AS code FROM association_departments
     WHERE association_id = ? ORDER BY department_code`,
    [associationId],
    trx
  )
  return found.map(({ code }) => code)
}
