/**
 * JavaScript entry point of the commands: registers the TypeScript loader, then starts the console.
 */
// The reader of a pipe may leave before the end (`| head`): that is no error of ours.
process.stdout.on('error', ({ code }) => {
  if (code === 'EPIPE') process.exit(0)
})

await import('./bin/typescript.js')
await import('./bin/console.js')
