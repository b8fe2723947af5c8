import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Test } from '@japa/runner/core'

/** An empty folder, removed when the test ends. */
export function folder(test: Test<undefined>): string {
  const directory = mkdtempSync(join(tmpdir(), 'demo-'))
  test.cleanup(() => rmSync(directory, { recursive: true }))
  return directory
}
