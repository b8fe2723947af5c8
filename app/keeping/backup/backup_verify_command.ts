import { args } from '@adonisjs/core/ace'
import { OfficeCommand } from '#app/accounts/command'
import { isRefused } from '#app/shared/result'

export default class BackupVerify extends OfficeCommand {
  static override commandName = 'backup:verify'
  static override description =
    'Restaurer une sauvegarde dans une base d’essai, la vérifier, et défaire la base'

  @args.string({ description: 'Fichier écrit par ./ace backup' })
  declare file: string

  async perform() {
    const { verifyBackup } = await import('#app/keeping/backup/verify_backup')
    const { stepBar } = await import('#app/shared/step_bar')
    const restored = await verifyBackup(this.file, stepBar())
    if (isRefused(restored)) return restored
    const { restoredLines } = await import('#app/keeping/backup/restored_lines')
    const { manifest, sameKey } = restored
    return {
      data: { figures: manifest.figures, breaches: manifest.breaches, sameKey },
      lines: ['Cette sauvegarde se restaure.', ...restoredLines(restored)],
    }
  }
}
