import { OfficeCommand } from '#app/accounts/command'

export default class PrivacyRegister extends OfficeCommand {
  static override commandName = 'privacy:register'
  static override description =
    'Écrire la fiche de registre des traitements, d’après le schéma et les durées en vigueur'

  async perform() {
    const { readRegister } = await import('#app/keeping/privacy/read_register')
    const { registerLines } = await import('#app/keeping/privacy/register_lines')
    const register = await readRegister()
    return { data: register, lines: registerLines(register) }
  }
}
