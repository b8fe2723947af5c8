import { args, flags } from '@adonisjs/core/ace'
import { OfficeCommand } from '#app/accounts/command'
import { isRefused } from '#app/shared/result'

export default class AccountsCreate extends OfficeCommand {
  static override commandName = 'accounts:create'
  static override description =
    'Ouvrir un compte\u00a0; le premier de l’installation se passe de --as'

  @args.string({ description: 'Courriel de la personne' })
  declare email: string

  @flags.string({
    description: 'platform, coordinator, finance, approver, auditor, association ou admin',
    required: true,
  })
  declare role: string

  @flags.string({ description: 'Nom de la personne', required: true })
  declare name: string

  @flags.string({ description: 'Code de l’association, pour le rôle association' })
  declare association: string

  async perform() {
    const { createUser } = await import('#app/accounts/create_user')
    const actor = this.as ? await this.actor(['admin']) : null
    if (actor && isRefused(actor)) return actor
    const user = await createUser(actor, {
      email: this.email,
      fullName: this.name,
      role: this.role,
      associationCode: this.association ?? null,
    })
    if (isRefused(user)) return user
    const { invite } = await import('#app/accounts/entry/invite')
    const { transaction } = await import('#app/shared/transaction')
    const { appUrl } = await import('#start/env')
    const invitation = await transaction((trx) => invite(trx, user.id, null))
    if (isRefused(invitation)) return invitation
    const link = `${appUrl}${invitation.path}`
    return {
      data: { userId: user.id, email: user.email, role: user.role, link },
      lines: [
        `Compte ${user.email} ouvert.`,
        `Choisir le mot de passe, dans les sept jours\u00a0: ${link}`,
      ],
    }
  }
}
