import { join } from 'node:path'
import { flags } from '@adonisjs/core/ace'
import { OfficeCommand } from '#app/accounts/command'
import { isRefused } from '#app/shared/result'
import type { Screens } from '#app/shared/serve_screens'

export default class Demo extends OfficeCommand {
  static override commandName = 'demo'
  static override description =
    'Jouer un trimestre fictif, des fichiers des bureaux aux relevés, au fichier de virements et aux écritures'

  @flags.number({ description: 'Nombre de saisines', default: 20_000 })
  declare saisines: number

  @flags.number({ description: 'Graine : la même donne les mêmes documents', default: 2026 })
  declare seed: number

  @flags.string({ description: 'Dossier des fichiers et des documents', default: 'storage/demo' })
  declare out: string

  @flags.boolean({
    description: 'Servir les écrans à la fin',
    showNegatedVariantInHelp: true,
    default: true,
  })
  declare serve: boolean

  #screens?: Screens

  async perform() {
    const { resetDemo } = await import('#app/demo/reset_demo')
    const { playQuarter } = await import('#app/demo/play_quarter')
    const { writeDemoDocuments } = await import('#app/demo/write_demo_documents')
    const { demoSummary } = await import('#app/demo/demo_summary')
    const { stepBar } = await import('#app/shared/step_bar')
    const { summaryData } = await import('#app/demo/summary_data')
    const started = performance.now()
    const ready = await resetDemo()
    if (isRefused(ready)) return ready
    const watch = stepBar()
    const played = await playQuarter({
      saisines: this.saisines,
      seed: this.seed,
      files: join(this.out, 'fichiers'),
      watch,
    })
    watch('Documents')
    const documents = await writeDemoDocuments(played, this.out)
    watch('')
    if (documents.breaches > 0) this.exitCode = 1
    if (this.serve) this.#screens = await this.#openScreens()
    const seconds = (performance.now() - started) / 1000
    return {
      data: summaryData(played, documents, seconds),
      lines: [...demoSummary(played, documents, seconds, this.out), ...(await this.#entrance())],
    }
  }

  override async run() {
    await super.run()
    if (this.#screens) this.exitCode = await this.#screens.ended
  }

  async #openScreens(): Promise<Screens> {
    const { serveScreens } = await import('#app/shared/serve_screens')
    return serveScreens()
  }

  async #entrance(): Promise<string[]> {
    if (!this.#screens) return []
    const { demoEntrance } = await import('#app/demo/demo_entrance')
    return demoEntrance(this.#screens.url)
  }
}
