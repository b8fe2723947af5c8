import { OfficeCommand, type Report } from '#app/accounts/command'
import { formatNumber, plural } from '#app/shared/french_format'

export default class LedgerCheck extends OfficeCommand {
  static override commandName = 'ledger:check'
  static override description =
    'Vérifier tous les invariants des comptes, du centime au fichier de virement'

  async perform(): Promise<Report> {
    const { default: db } = await import('@adonisjs/lucid/services/db')
    const { checkLedger } = await import('#app/ledger/checks/check_ledger')
    // One snapshot for all the checks: people may be working meanwhile.
    const checks = await db.transaction(checkLedger, { isolationLevel: 'repeatable read' })
    const broken = checks.filter(({ breaches }) => breaches > 0)
    if (broken.length > 0) this.exitCode = 1
    return {
      data: { ok: broken.length === 0, checks },
      lines: checks.flatMap(({ label, checked, breaches, examples }) =>
        breaches === 0
          ? [`${this.colors.green('✓')} ${label} — ${plural(checked, 'vérifié')}`]
          : [
              `${this.colors.red('✗')} ${label} — ${plural(breaches, 'écart')} sur ${formatNumber(checked)}`,
              ...examples.map((example) => `    ${example}`),
            ]
      ),
    }
  }
}
