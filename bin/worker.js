/**
 * JavaScript entry point of a worker: registers the TypeScript loader, then starts it.
 */
await import('@poppinss/ts-exec')
await import('./works.js')
