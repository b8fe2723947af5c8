import { args, flags } from '@adonisjs/core/ace'
import { OfficeCommand } from '#app/accounts/command'
import { isRefused } from '#app/shared/result'

export default class RunsDocuments extends OfficeCommand {
  static override commandName = 'runs:documents'
  static override description = 'Copier les documents d’une campagne émise, et leur archive ZIP'

  @args.string({ description: 'Numéro de la campagne' })
  declare id: string

  @flags.string({ description: 'Dossier à remplir', required: true })
  declare out: string

  async perform() {
    const { copyDocuments } = await import('#app/statements/archive/copy_documents')
    const copied = await copyDocuments(Number(this.id), this.out)
    if (isRefused(copied)) return copied
    const { plural } = await import('#app/shared/french_format')
    return {
      data: copied,
      lines: [`${plural(copied.files, 'document')} dans ${this.out}, et ${copied.zip}.`],
    }
  }
}
