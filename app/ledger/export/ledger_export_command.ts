import { resolve } from 'node:path'
import { flags } from '@adonisjs/core/ace'
import { OfficeCommand, type Report } from '#app/accounts/command'
import { plural } from '#app/shared/french_format'
import { isRefused, type Refused } from '#app/shared/result'

export default class LedgerExport extends OfficeCommand {
  static override commandName = 'ledger:export'
  static override description = 'Écrire les écritures dans un fichier à importer en comptabilité'

  @flags.string({ description: 'Fichier à écrire', required: true })
  declare out: string

  @flags.string({ description: 'Premier jour, inclus (22/11/2026)' })
  declare from: string

  @flags.string({ description: 'Dernier jour, inclus' })
  declare until: string

  @flags.string({ description: 'Séparateur\u00a0: tab ou pipe', default: 'tab' })
  declare separator: string

  async perform(): Promise<Report | Refused> {
    const { default: db } = await import('@adonisjs/lucid/services/db')
    const { exportLedger } = await import('#app/ledger/export/export_ledger')
    const { readExportOptions } = await import('#app/ledger/export/read_export_options')
    const options = readExportOptions(this)
    if (isRefused(options)) return options
    const exported = await db.transaction((trx) =>
      exportLedger(trx, { file: resolve(this.out), ...options })
    )
    if (isRefused(exported)) return exported
    const { file, entries, lines } = exported
    return {
      data: exported,
      lines: [`${plural(entries, 'écriture')} (${plural(lines, 'ligne')}) dans ${file}`],
    }
  }
}
