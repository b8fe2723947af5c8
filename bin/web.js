/**
 * JavaScript entry point of the web process: registers the TypeScript loader, then starts the server.
 */
await import('./typescript.js')
await import('./server.js')
