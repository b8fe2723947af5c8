/**
 * Starts the test runner, or one for each lane when nothing says which tests. Run through `./ace test`.
 */
process.env.NODE_ENV = 'test'
const { STORAGE_PATH = 'storage', TEST_LANE } = process.env

import 'reflect-metadata'
import { Ignitor, prettyPrintError } from '@adonisjs/core'
import { configure, processCLIArgs, run } from '@japa/runner'
import { runLanes } from './test_lanes.js'

const APP_ROOT = new URL('../', import.meta.url)

const IMPORTER = (filePath: string) => {
  if (filePath.startsWith('./') || filePath.startsWith('../')) {
    return import(new URL(filePath, APP_ROOT).href)
  }
  return import(filePath)
}

/** Tests write and empty a folder of their own, never the one where people work. */
function runHere(): Promise<void> {
  process.env.STORAGE_PATH = [STORAGE_PATH, 'tests', TEST_LANE].filter(Boolean).join('/')
  return new Ignitor(APP_ROOT, { importer: IMPORTER })
    .tap((app) => {
      app.booting(async () => {
        await import('#start/env')
      })
      app.listen('SIGTERM', () => app.terminate())
      app.listenIf(app.managedByPm2, 'SIGINT', () => app.terminate())
    })
    .testRunner()
    .configure(async (app) => {
      const { runnerHooks, ...config } = await import('../tests/bootstrap.js')
      processCLIArgs(process.argv.splice(2))
      configure({
        ...app.rcFile.tests,
        ...config,
        setup: runnerHooks.setup,
        teardown: runnerHooks.teardown.concat([() => app.terminate()]),
      })
    })
    .run(() => run())
}

const chosen = process.argv.length > 2
await (chosen ? runHere() : runLanes()).catch((error) => {
  process.exitCode = 1
  return prettyPrintError(error)
})
