import { readFile } from 'node:fs/promises'

/** The value of a JSON file; undefined when it cannot be read as one. */
export async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'))
  } catch {
    return undefined
  }
}
