import type User from '#app/accounts/user'
import { activeMembers } from '#app/network/members/active_members'
import { isDay, type Day } from '#app/shared/day'
import { formatDay } from '#app/shared/french_format'
import { recordEvent } from '#app/shared/record_event'
import { refuse, type Reason, type Refused } from '#app/shared/result'
import { row } from '#app/shared/rows'
import { lock, transaction, type Trx } from '#app/shared/transaction'

export interface NewReferent {
  departmentCode: string
  associationId: number
  name: string
  /** Professional ones: the référent works for the association. One of the two at least. */
  email: string | null
  phone: string | null
  startsOn: Day
}

const EMAIL = /^[^@\s]+@[^@\s.]+(\.[^@\s.]+)+$/
const PHONE = /^\+?[\d .()-]{10,20}$/

/** Names the référent of a department; the mission of the one before ends that day. */
export function nameReferent(
  actor: Pick<User, 'id'>,
  referent: NewReferent
): Promise<{ id: number } | Refused> {
  return transaction<{ id: number }>((trx) => nameReferentWithin(trx, actor, referent))
}

/** The same, in the caller’s transaction. */
export async function nameReferentWithin(
  trx: Trx,
  actor: Pick<User, 'id'>,
  referent: NewReferent
): Promise<{ id: number } | Refused> {
  const problems = referentProblems(referent)
  if (problems.length > 0) return { refused: problems }
  const { departmentCode, associationId, name, email, phone, startsOn } = referent
  await lock(trx, `referents of ${departmentCode}`)
  const refused = await whyNotThere(trx, referent)
  if (refused) return refused
  const [created] = await trx
    .table('referents')
    .insert({
      department_code: departmentCode,
      association_id: associationId,
      name,
      email,
      phone,
      starts_on: startsOn,
    })
    .returning('id')
  await recordEvent(trx, actor.id, {
    verb: 'department.referent_named',
    subject: ['referent', Number(created.id)],
    after: { departmentCode, name, email, phone, startsOn },
  })
  return { id: Number(created.id) }
}

/** What is wrong with a référent, wherever they would be named. */
export function referentProblems({ name, email, phone, startsOn }: NewReferent): Reason[] {
  const reasons: Reason[] = []
  const blame = (field: string, message: string, remedy: string) =>
    void reasons.push({ code: 'REFERENT', message, remedy, field })
  if (name === '' || name.length > 120)
    blame('nom', 'Le nom du référent manque, ou est trop long.', 'Écrivez son prénom et son nom.')
  if (email !== null && !EMAIL.test(email))
    blame('email', 'Ce courriel n’en est pas un.', 'Écrivez-le sous la forme nom@domaine.fr.')
  if (phone !== null && !PHONE.test(phone))
    blame('telephone', 'Ce numéro n’en est pas un.', 'Écrivez-le comme 01 23 45 67 89.')
  if (email === null && phone === null)
    blame(
      'email',
      'On ne peut pas joindre ce référent.',
      'Donnez un courriel ou un téléphone professionnel.'
    )
  if (!isDay(startsOn))
    blame('debut', 'Cette date n’en est pas une.', 'Écrivez-la comme 22/11/2026.')
  return reasons
}

async function whyNotThere(
  trx: Trx,
  { departmentCode, associationId, startsOn }: NewReferent
): Promise<Refused | null> {
  const covers = await row(
    'SELECT 1 FROM association_departments WHERE association_id = ? AND department_code = ?',
    [associationId, departmentCode],
    trx
  )
  const members = await activeMembers([associationId], startsOn, trx)
  if (!covers || !members.has(associationId)) {
    return refuse(
      'ASSOCIATION_D_AILLEURS',
      'Cette association n’est pas une adhérente qui couvre le département à cette date.',
      'Choisissez-en une qui le couvre.',
      'association'
    )
  }
  const later = await row<{ startsOn: Day }>(
    `SELECT starts_on AS "startsOn" FROM referents WHERE department_code = ? AND starts_on >= ? LIMIT 1`,
    [departmentCode, startsOn],
    trx
  )
  if (later) {
    return refuse(
      'REFERENT_POSTERIEUR',
      `Un référent est déjà nommé à partir du ${formatDay(later.startsOn)}.`,
      'Choisissez un jour d’après.',
      'debut'
    )
  }
  await trx
    .from('referents')
    .where('department_code', departmentCode)
    .where((query) => query.whereNull('ends_on').orWhere('ends_on', '>', startsOn))
    .update({ ends_on: startsOn })
  return null
}
