/**
 * Starts a process that does the works and serves no page. Run through `./ace work`.
 */
import 'reflect-metadata'
import { Ignitor, prettyPrintError } from '@adonisjs/core'

process.env.WORKS = 'true'

const APP_ROOT = new URL('../', import.meta.url)

const IMPORTER = (filePath: string) => {
  if (filePath.startsWith('./') || filePath.startsWith('../')) {
    return import(new URL(filePath, APP_ROOT).href)
  }
  return import(filePath)
}

// All that the web process has, mails and templates included, but no server that listens.
const app = new Ignitor(APP_ROOT, { importer: IMPORTER })
  .tap((it) => {
    it.booting(async () => {
      await import('#start/env')
    })
    it.listen('SIGTERM', () => it.terminate())
  })
  .createApp('web')

try {
  await app.init()
  await app.boot()
  await app.start(() => {})
} catch (error) {
  process.exitCode = 1
  await prettyPrintError(error)
}
