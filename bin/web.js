/**
 * JavaScript entry point of the web process: registers the TypeScript loader, then starts the server.
 */
await import('@poppinss/ts-exec')
await import('./server.js')
