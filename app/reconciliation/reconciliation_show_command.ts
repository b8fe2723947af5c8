import { flags } from '@adonisjs/core/ace'
import { OfficeCommand } from '#app/accounts/command'

export default class ReconciliationShow extends OfficeCommand {
  static override commandName = 'reconciliation:show'
  static override description = 'Rapprocher les fiches et les saisines, et montrer les constats'

  @flags.string({ description: 'Code de la convention ; toutes par défaut' })
  declare convention: string

  async perform() {
    const { reconcileConvention } = await import('#app/reconciliation/reconcile_convention')
    const { reconciliationLines } = await import('#app/reconciliation/reconciliation_lines')
    const { conventionCodes } = await import('#app/conventions/convention_codes')
    const { formatDay, formatNumber, plural } = await import('#app/shared/french_format')
    const { isRefused } = await import('#app/shared/result')
    const codes = await conventionCodes(this.convention)
    if (isRefused(codes)) return codes
    const data: object[] = []
    const lines: string[] = []
    for (const code of codes.codes) {
      const found = await reconcileConvention(code)
      data.push({
        convention: code,
        run: found.run,
        saisines: found.saisines,
        forms: found.forms,
        outcomes: Object.fromEntries(found.outcomes),
        findings: Object.fromEntries(found.findings),
      })
      lines.push(
        `${code} : ${plural(found.saisines, 'saisine')}, ${formatNumber(found.forms)} fiches`,
        ...(found.run
          ? [
              `Comme la campagne ${found.run.code}\u00a0: les fiches reçues avant le ${formatDay(found.run.until)} passent d’abord.`,
            ]
          : []),
        ...reconciliationLines(found),
        ''
      )
    }
    return { data, lines }
  }
}
