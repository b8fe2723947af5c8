import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { BaseCommand } from '@adonisjs/core/ace'

const ENTRY = fileURLToPath(new URL('../../bin/worker.js', import.meta.url))

export default class Work extends BaseCommand {
  static override commandName = 'work'
  static override description =
    'Faire les travaux et envoyer les courriels qui attendent, sans écran'
  static override options = { startApp: true }

  override async run() {
    const child = spawn(process.execPath, ['--no-warnings=ExperimentalWarning', ENTRY], {
      stdio: ['ignore', 'inherit', 'inherit'],
    })
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => void child.kill('SIGTERM'))
    }
    process.stdout.write('Les travaux se font ici (Ctrl-C pour arrêter).\n')
    this.exitCode = await new Promise<number>((resolve) =>
      child.once('exit', (status) => resolve(status ?? 0))
    )
  }
}
