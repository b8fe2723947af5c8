import type edge from 'edge.js'

type Compiler = typeof edge.asyncCompiler

/** Edge keeps the pages and components that it compiled, but not the partials: each @include compiled its own anew. */
export function keepPartials(compiler: Compiler): void {
  const compile = compiler.compile.bind(compiler)
  const kept = new Map<string, ReturnType<Compiler['compile']>>()
  compiler.compile = (path, variables) => {
    if (!variables) return compile(path)
    // What a partial becomes depends on the variables that surround it.
    const key = [path, ...variables].join(' ')
    const before = kept.get(key)
    if (before) return before
    const compiled = compile(path, variables)
    kept.set(key, compiled)
    return compiled
  }
}
