import { closeSync, openSync, writeSync } from 'node:fs'

const CHUNK = 1024 * 1024

export interface TextFile {
  add(text: string): void
  close(): void
}

/** A file that grows by large pieces, so that a million lines cost neither memory nor system calls. */
export function textFile(path: string): TextFile {
  const file = openSync(path, 'w')
  let held = ''
  return {
    add(text) {
      held += text
      if (held.length < CHUNK) return
      writeSync(file, held)
      held = ''
    },
    close() {
      writeSync(file, held)
      closeSync(file)
    },
  }
}
