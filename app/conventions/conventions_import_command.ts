import { args } from '@adonisjs/core/ace'
import { OfficeCommand } from '#app/accounts/command'
import { isRefused, refuse } from '#app/shared/result'

export default class ConventionsImport extends OfficeCommand {
  static override commandName = 'conventions:import'
  static override description =
    'Enregistrer une convention, ou ce qui s’y ajoute, depuis un fichier JSON'

  @args.string({ description: 'Fichier JSON de la convention' })
  declare file: string

  async perform() {
    const { readJson } = await import('#app/shared/read_json')
    const { importConvention } = await import('#app/conventions/import_convention')
    const actor = await this.actor(['coordinator'])
    if (isRefused(actor)) return actor
    const json = await readJson(this.file)
    if (json === undefined) {
      return refuse(
        'FICHIER_ILLISIBLE',
        `${this.file} n’est pas un fichier JSON lisible.`,
        'Partez d’un fichier de resources/conventions.'
      )
    }
    const imported = await importConvention(actor, json)
    if (isRefused(imported)) return imported
    return { data: imported, lines: [sentence(imported)] }
  }
}

function sentence({ code, created, added }: { code: string; created: boolean; added: object }) {
  if (created) return `Convention ${code} enregistrée.`
  return Object.keys(added).length > 0
    ? `Convention ${code} complétée.`
    : `Convention ${code}\u00a0: rien à changer.`
}
