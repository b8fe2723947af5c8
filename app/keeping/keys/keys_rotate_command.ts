import { OfficeCommand } from '#app/accounts/command'
import { isRefused } from '#app/shared/result'

export default class KeysRotate extends OfficeCommand {
  static override commandName = 'keys:rotate'
  static override description =
    'Chiffrer de nouveau avec APP_KEY ce que les clés de APP_KEY_PREVIOUS avaient chiffré'

  async perform() {
    const actor = await this.actor(['admin'])
    if (isRefused(actor)) return actor
    const { rotateKeys } = await import('#app/keeping/keys/rotate_keys')
    const rotation = await rotateKeys(actor.id)
    if (isRefused(rotation)) return rotation
    const { plural } = await import('#app/shared/french_format')
    const { accounts, secondFactors, bankTraces } = rotation.counts
    return {
      data: rotation,
      lines: [
        `${plural(accounts, 'compte bancaire', 'comptes bancaires')}, ${plural(secondFactors, 'second facteur', 'seconds facteurs')} et ${plural(bankTraces, 'trace')} de banque chiffrés de nouveau.`,
        'Retirez APP_KEY_PREVIOUS et redémarrez les processus\u00a0; gardez l’ancienne clé avec les sauvegardes d’avant.',
      ],
    }
  }
}
