import User, { ROLES, type Role } from '#app/accounts/user'
import { recordEvent } from '#app/shared/record_event'
import { refuse, type Refused } from '#app/shared/result'
import { row } from '#app/shared/rows'
import { lock, transaction, type Trx } from '#app/shared/transaction'

export interface NewUser {
  email: string
  fullName: string
  /** One of ROLES; a text, since people type it. */
  role: string
  /** Code of the association that the account acts for; only with the role `association`. */
  associationCode: string | null
}

const EMAIL = /^[^@\s]+@[^@\s.]+(\.[^@\s.]+)+$/

/** Opens an account. The very first of an installation needs nobody to open it: `actor` is then null. */
export function createUser(
  actor: Pick<User, 'id' | 'role'> | null,
  { email, fullName, role, associationCode }: NewUser
): Promise<User | Refused> {
  return transaction<User>(async (trx) => {
    await lock(trx, 'users')
    const address = email.trim().toLowerCase()
    const refusal =
      (await actorRefusal(trx, actor)) ?? (await inputRefusal(trx, address, fullName, role))
    if (refusal) return refusal
    const association = await findAssociation(trx, associationCode)
    if ((role === 'association') !== (association !== null)) return associationRefusal()

    const user = await User.create(
      {
        email: address,
        fullName: fullName.trim(),
        role: role as Role,
        associationId: association?.id ?? null,
      },
      { client: trx }
    )
    await recordEvent(trx, actor?.id ?? null, {
      verb: 'user.created',
      subject: ['user', user.id],
      after: { role, associationId: user.associationId },
    })
    return user
  })
}

async function actorRefusal(trx: Trx, actor: Pick<User, 'role'> | null): Promise<Refused | null> {
  if (actor?.role === 'admin') return null
  if (actor === null && !(await User.query({ client: trx }).first())) return null
  return refuse(
    'ADMINISTRATION_REQUISE',
    'Ouvrir un compte revient à l’administration.',
    'Ajoutez --as avec le courriel d’une personne de l’administration.'
  )
}

async function inputRefusal(
  trx: Trx,
  email: string,
  fullName: string,
  role: string
): Promise<Refused | null> {
  if (!EMAIL.test(email)) {
    return refuse(
      'COURRIEL',
      `«\u00a0${email}\u00a0» n’est pas un courriel.`,
      'Écrivez nom@domaine.fr.'
    )
  }
  if (fullName.trim() === '') {
    return refuse('NOM_MANQUANT', 'Le nom de la personne manque.', 'Ajoutez --name.')
  }
  if (!ROLES.some((known) => known === role)) {
    return refuse(
      'ROLE_INCONNU',
      `Le rôle «\u00a0${role}\u00a0» n’existe pas.`,
      `Choisissez ${ROLES.join(', ')}.`
    )
  }
  if (await User.findBy('email', email, { client: trx })) {
    return refuse('COURRIEL_PRIS', `Le compte ${email} existe déjà.`)
  }
  return null
}

/** By SQL: the network comes after the accounts. */
async function findAssociation(trx: Trx, code: string | null): Promise<{ id: number } | null> {
  if (code === null) return null
  return row<{ id: number }>('SELECT id FROM associations WHERE code = ?', [code], trx)
}

function associationRefusal(): Refused {
  return refuse(
    'ASSOCIATION_DU_COMPTE',
    'Le rôle «\u00a0association\u00a0» va avec le code d’une association connue, et lui seul.',
    'Ajoutez --association CODE, ou choisissez un autre rôle.'
  )
}
