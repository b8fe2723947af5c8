import { args } from '@adonisjs/core/ace'
import { OfficeCommand } from '#app/accounts/command'
import { isRefused } from '#app/shared/result'

export default class SettingsRecord extends OfficeCommand {
  static override commandName = 'settings:record'
  static override description = 'Enregistrer les réglages de la fédération depuis un fichier JSON'

  @args.string({ description: 'Fichier JSON ; modèle : resources/settings.exemple.json' })
  declare file: string

  async perform() {
    const { installSettings } = await import('#app/network/settings/install_settings')
    const { readSettingsFile } = await import('#app/network/settings/settings_file')
    const { readJsonFile } = await import('#app/shared/read_json_file')
    const actor = await this.actor(['admin'])
    if (isRefused(actor)) return actor
    const file = await readJsonFile(this.file, 'resources/settings.exemple.json')
    if (isRefused(file)) return file
    const read = await readSettingsFile(file.json)
    if (isRefused(read)) return read
    const recorded = await installSettings(actor.id, read)
    if (isRefused(recorded)) return recorded
    const { federation } = recorded
    return { data: { federation }, lines: [`Réglages de « ${federation.name} » enregistrés.`] }
  }
}
