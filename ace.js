/**
 * JavaScript entry point of the commands: registers the TypeScript loader, then starts the console.
 */
await import('@poppinss/ts-exec')
await import('./bin/console.js')
