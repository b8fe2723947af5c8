import { registerHooks } from 'node:module'

/** A thread of the document pool where the project runs from its sources: tells Node where #app is, no more. */
const APP = new URL('../../', import.meta.url)
registerHooks({
  resolve: (specifier, context, next) =>
    next(
      specifier.startsWith('#app/') ? new URL(`${specifier.slice(5)}.ts`, APP).href : specifier,
      context
    ),
})
await import('#app/statements/drawing/document_worker')
