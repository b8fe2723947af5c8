import { args, flags } from '@adonisjs/core/ace'
import { OfficeCommand } from '#app/accounts/command'
import { isRefused, refuse } from '#app/shared/result'

export default class IntakeTemplate extends OfficeCommand {
  static override commandName = 'intake:template'
  static override description =
    'Écrire le classeur à remplir : fiches, saisines, associations ou baremes'

  @args.string({ description: 'saisines, fiches, associations ou baremes' })
  declare kind: string

  @flags.string({ description: 'Code de la convention : une colonne par prestation de son barème' })
  declare convention: string

  @flags.string({ description: 'Fichier à écrire ; par défaut, modele-<sorte>.xlsx' })
  declare out: string

  async perform() {
    const { importKind, readKind } = await import('#start/import_kinds')
    const { TEMPLATE_NOTES, writeTemplate } = await import('#app/intake/writer/write_template')
    const { row } = await import('#app/shared/rows')
    const { writeFileAtomic } = await import('#app/shared/write_file_atomic')
    const kind = readKind(this.kind)
    if (isRefused(kind)) return kind
    if (
      this.convention &&
      !(await row('SELECT 1 FROM conventions WHERE code = ?', [this.convention]))
    ) {
      return refuse(
        'CONVENTION_INCONNUE',
        `La convention « ${this.convention} » n’existe pas.`,
        'Donnez le code d’une convention enregistrée.'
      )
    }
    const columns = await (await importKind(kind.kind)).columns(this.convention)
    const out = this.out ?? `modele-${kind.kind}.xlsx`
    const text = { title: kind.kind, notes: TEMPLATE_NOTES }
    await writeFileAtomic(out, await writeTemplate(columns, text))
    return {
      data: { file: out, columns: columns.map(({ key }) => key) },
      lines: [`${out} : ${columns.length} colonnes (${columns.map(({ key }) => key).join(', ')}).`],
    }
  }
}
