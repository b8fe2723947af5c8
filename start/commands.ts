/**
 * Loads the commands of every room: a file named `*_command.ts` anywhere under `app/` is a command.
 */
import { fileURLToPath } from 'node:url'
import { FsLoader, type BaseCommand } from '@adonisjs/core/ace'

const loader = new FsLoader<typeof BaseCommand>(
  fileURLToPath(new URL('../app', import.meta.url)),
  (path) => /_command\.(ts|js)$/.test(path)
)

export const getMetaData = loader.getMetaData.bind(loader)
export const getCommand = loader.getCommand.bind(loader)
