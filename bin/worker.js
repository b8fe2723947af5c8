/**
 * JavaScript entry point of a worker: registers the TypeScript loader, then starts it.
 */
await import('./typescript.js')
await import('./works.js')
