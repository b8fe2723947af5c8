import { args } from '@adonisjs/core/ace'
import { OfficeCommand } from '#app/accounts/command'
import { isRefused } from '#app/shared/result'

export default class ConventionsImport extends OfficeCommand {
  static override commandName = 'conventions:import'
  static override description =
    'Enregistrer une convention, ou ce qui s’y ajoute, depuis un fichier JSON'

  @args.string({ description: 'Fichier JSON de la convention' })
  declare file: string

  async perform() {
    const { readJsonFile } = await import('#app/shared/read_json_file')
    const { importConvention } = await import('#app/conventions/file/import_convention')
    const actor = await this.actor(['coordinator'])
    if (isRefused(actor)) return actor
    const file = await readJsonFile(this.file, 'l’un de ceux de resources/conventions')
    if (isRefused(file)) return file
    const imported = await importConvention(actor, file.json)
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
