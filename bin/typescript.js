/**
 * Registers the TypeScript loader, which looks for the settings of the project from wherever a command is typed
 * unless it is told where they are.
 */
process.env.TS_EXEC_PWD ??= new URL('..', import.meta.url).pathname
await import('@poppinss/ts-exec')
