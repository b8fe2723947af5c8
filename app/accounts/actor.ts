import User, { type Role } from '#app/accounts/user'
import { refuse, type Refused } from '#app/shared/result'

/** French names of the roles, for messages. */
export const ROLE_LABELS: Record<Role, string> = {
  platform: 'plateforme téléphonique',
  coordinator: 'coordination des conventions',
  finance: 'chargé de règlement',
  approver: 'approbation (direction, trésorier)',
  auditor: 'commissaire aux comptes',
  association: 'association',
  admin: 'administration',
}

/** The active person with this e-mail whose role may act, or why not. */
export async function findActor(
  email: string | undefined,
  allowed: readonly Role[]
): Promise<User | Refused> {
  if (!email) {
    return refuse(
      'ACTEUR_MANQUANT',
      'Qui agit ? Aucun compte n’est indiqué.',
      'Ajoutez --as courriel@exemple.fr.'
    )
  }
  const user = await User.findBy('email', email.toLowerCase())
  if (!user?.isActive) {
    return refuse(
      'ACTEUR_INCONNU',
      `Aucun compte actif pour « ${email} ».`,
      'Créez-le avec ./ace accounts:create.'
    )
  }
  if (!allowed.includes(user.role)) {
    const roles = allowed.map((role) => ROLE_LABELS[role]).join(', ')
    return refuse(
      'ROLE_INSUFFISANT',
      `Le rôle de ${user.email} est « ${ROLE_LABELS[user.role]} » : cette action revient à ${roles}.`,
      'Demandez à une personne qui a ce rôle.'
    )
  }
  return user
}
