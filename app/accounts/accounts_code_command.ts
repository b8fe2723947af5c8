import { args } from '@adonisjs/core/ace'
import { OfficeCommand } from '#app/accounts/command'
import { refuse } from '#app/shared/result'

export default class AccountsCode extends OfficeCommand {
  static override commandName = 'accounts:code'
  static override description =
    'Écrire le code du moment d’un compte fictif, à la place d’un téléphone (démonstration seulement)'

  @args.string({ description: 'Courriel du compte' })
  declare email: string

  async perform() {
    const { row } = await import('#app/shared/rows')
    const { codeAt, openSecret } = await import('#app/accounts/entry/totp')
    const found = await row<{ secret: string }>(
      `SELECT totp_secret AS secret FROM users, settings
       WHERE email = ? AND totp_secret IS NOT NULL AND settings.fictitious`,
      [this.email.trim().toLowerCase()]
    )
    if (!found) {
      return refuse(
        'PAS_DE_CODE',
        'Aucun compte fictif n’a cette adresse.',
        'Les codes des comptes réels ne sont que sur le téléphone de chacun.'
      )
    }
    const code = codeAt(openSecret(found.secret))
    return { data: { code }, lines: [code] }
  }
}
