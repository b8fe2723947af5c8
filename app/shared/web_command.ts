import { BaseCommand, flags } from '@adonisjs/core/ace'
import { serveScreens } from '#app/shared/serve_screens'

export default class Web extends BaseCommand {
  static override commandName = 'web'
  static override description = 'Servir les écrans, et faire les travaux qui attendent'
  static override options = { startApp: true }

  @flags.number({ description: 'Port\u00a0; sans lui PORT, ou le premier libre à partir de 3333' })
  declare port: number

  override async run() {
    const { url, ended } = await serveScreens(this.port)
    process.stdout.write(`Les écrans sont sur ${url} (Ctrl-C pour arrêter).\n`)
    this.exitCode = await ended
  }
}
