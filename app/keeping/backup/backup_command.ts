import { flags } from '@adonisjs/core/ace'
import { OfficeCommand } from '#app/accounts/command'
import { isRefused } from '#app/shared/result'

export default class BackupWrite extends OfficeCommand {
  static override commandName = 'backup'
  static override description =
    'Sauvegarder la base et les documents dans un seul fichier, avec leurs empreintes'

  @flags.string({
    description: 'Fichier à écrire, par exemple 2026-11-22.reversement',
    required: true,
  })
  declare out: string

  async perform() {
    const { writeBackup } = await import('#app/keeping/backup/write_backup')
    const { stepBar } = await import('#app/shared/step_bar')
    const backup = await writeBackup(this.out, new Date(), stepBar())
    if (isRefused(backup)) return backup
    const { breachLines, figureLines } = await import('#app/keeping/backup/figure_lines')
    const { formatNumber } = await import('#app/shared/french_format')
    const { file, bytes, sha256, manifest } = backup
    const warnings = breachLines(manifest)
    // The file is good, and says what the books lack: whoever runs rounds must hear of it.
    if (warnings.length > 0) this.exitCode = 1
    const { figures, breaches, versions, madeAt } = manifest
    return {
      data: { file, bytes, sha256, madeAt, figures, breaches, versions },
      lines: [
        ...figureLines(manifest),
        `${file}\u00a0: ${formatNumber(Math.ceil(bytes / 1024))} Ko, SHA-256 ${sha256}`,
        'La clé de l’installation n’y est pas\u00a0: gardez-la à part, elle ouvre les IBAN.',
        ...warnings,
      ],
    }
  }
}
