import { readFileSync, statSync } from 'node:fs'
import { csvSource } from './csv_source.ts'
import { fileChunks } from './file_chunks.ts'
import { fileKind } from './file_kind.ts'
import type { SheetLimits } from './limits.ts'
import { refuse } from './refuse.ts'
import type { SheetSource } from './source.ts'
import { xlsxSource } from './xlsx_source.ts'

/** Opens a file as what its first bytes say it is. */
export async function fileSource(path: string, limits: SheetLimits): Promise<SheetSource> {
  const stats = statSync(path, { throwIfNoEntry: false })
  if (!stats?.isFile()) refuse('unreadable')
  const [first = Buffer.alloc(0)] = fileChunks(path)
  const head = Buffer.from(first)
  const isLight = stats.size <= limits.zipBytes
  const kind = fileKind(head, () => (isLight ? readFileSync(path) : head))
  if (kind === 'csv') return csvSource(path, head, limits)
  if (!isLight) refuse('too_heavy', Math.round(limits.zipBytes / 1024 / 1024))
  return xlsxSource(path, limits)
}
