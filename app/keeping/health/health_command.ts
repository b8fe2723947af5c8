import { OfficeCommand } from '#app/accounts/command'

export default class Health extends OfficeCommand {
  static override commandName = 'health'
  static override description =
    'Dire comment va chaque partie de l’installation, et que faire\u00a0; se termine par 1 si l’une va mal'

  async perform() {
    const { readHealth } = await import('#app/keeping/health/read_health')
    const { healthRows } = await import('#app/keeping/health/health_rows')
    const { textTable } = await import('#app/shared/text_table')
    const rows = healthRows(await readHealth())
    const amiss = rows.flatMap(({ label, remedy }) => (remedy ? [`${label}\u00a0: ${remedy}`] : []))
    if (amiss.length > 0) this.exitCode = 1
    return {
      data: rows.map(({ label, value, state, remedy }) => ({
        part: label,
        value,
        state: state.label,
        remedy,
      })),
      lines: [
        ...textTable(
          rows.map(({ label, state, value }) => [label, `${state.label}\u00a0: ${value}`])
        ),
        ...amiss,
      ],
    }
  }
}
