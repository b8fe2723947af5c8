import { args, flags } from '@adonisjs/core/ace'
import { OfficeCommand } from '#app/accounts/command'
import { isRefused } from '#app/shared/result'

export default class BackupRestore extends OfficeCommand {
  static override commandName = 'restore'
  static override description =
    'Restaurer une sauvegarde, tout ou rien, et vérifier qu’elle est égale à ce qui fut sauvegardé'

  @args.string({ description: 'Fichier écrit par ./ace backup' })
  declare file: string

  @flags.boolean({ description: 'Remplacer ce que la base contient' })
  declare replace: boolean

  @flags.boolean({
    description: 'Restaurer sans la clé d’origine\u00a0: les IBAN seront illisibles',
  })
  declare otherKey: boolean

  async perform() {
    const { restoreBackup } = await import('#app/keeping/backup/restore_backup')
    const { stepBar } = await import('#app/shared/step_bar')
    const { file: path, replace, otherKey } = this
    const restored = await restoreBackup({ path, replace, otherKey, watch: stepBar() })
    if (isRefused(restored)) return restored
    const { restoredLines } = await import('#app/keeping/backup/restored_lines')
    const { manifest, sameKey, setAside } = restored
    return {
      data: { figures: manifest.figures, breaches: manifest.breaches, sameKey, setAside },
      lines: ['Restaurée et vérifiée.', ...restoredLines(restored)],
    }
  }
}
