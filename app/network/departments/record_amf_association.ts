import type User from '#app/accounts/user'
import { recordEvent } from '#app/shared/record_event'
import { refuse, type Refused } from '#app/shared/result'
import { row } from '#app/shared/rows'
import { transaction } from '#app/shared/transaction'

export interface AmfAssociation {
  departmentCode: string
  name: string
  email: string | null
  /** Whether the référent and the association of mayors have met. */
  inContact: boolean
}

const EMAIL = /^[^@\s]+@[^@\s.]+(\.[^@\s.]+)+$/

/** Records the departmental association of mayors of a department, in place of what was known of it. */
export function recordAmfAssociation(
  actor: Pick<User, 'id'>,
  { departmentCode, name, email, inContact }: AmfAssociation
): Promise<AmfAssociation | Refused> {
  return transaction<AmfAssociation>(async (trx) => {
    if (name === '' || name.length > 140) {
      return refuse(
        'AMF_SANS_NOM',
        'Le nom de l’association des maires manque, ou est trop long.',
        'Écrivez-le.',
        'amf_nom'
      )
    }
    if (email !== null && !EMAIL.test(email)) {
      return refuse(
        'AMF_COURRIEL',
        'Ce courriel n’en est pas un.',
        'Écrivez-le sous la forme nom@domaine.fr.',
        'amf_email'
      )
    }
    const before = await row<object>(
      `SELECT name, email, in_contact AS "inContact" FROM amf_associations WHERE department_code = ? FOR UPDATE`,
      [departmentCode],
      trx
    )
    const recorded = await row<{ id: number }>(
      `INSERT INTO amf_associations (department_code, name, email, in_contact) VALUES (?, ?, ?, ?)
       ON CONFLICT (department_code) DO UPDATE
         SET name = excluded.name, email = excluded.email, in_contact = excluded.in_contact RETURNING id`,
      [departmentCode, name, email, inContact],
      trx
    )
    const after = { departmentCode, name, email, inContact }
    await recordEvent(trx, actor.id, {
      verb: 'department.amf_recorded',
      subject: ['amf_association', recorded!.id],
      ...(before && { before }),
      after,
    })
    return after
  })
}
