import { posix } from 'node:path'
import type { SheetLimits } from './limits.ts'
import { readXml } from './xml_events.ts'
import type { Archive } from './xlsx_archive.ts'

export interface Relationship {
  id: string
  /** Last word of the type: the same in the transitional and in the strict standard. */
  type: string
  /** Name of the part inside the archive. */
  target: string
}

/** The internal relationships of a part ('' for the whole package); none when it states none. */
export async function relationshipsOf(
  archive: Archive,
  part: string,
  limits: SheetLimits
): Promise<Relationship[]> {
  const folder = posix.dirname(part)
  const name = posix.join(folder, '_rels', `${posix.basename(part)}.rels`)
  if (!archive.has(name)) return []
  const found: Relationship[] = []
  await readXml(
    archive.read(name),
    {
      open(element, { Id: id = '', Type: type = '', Target: target = '', TargetMode: mode }) {
        if (element !== 'Relationship' || mode === 'External') return
        const path = target.startsWith('/') ? target.slice(1) : posix.join(folder, target)
        found.push({ id, type: type.slice(type.lastIndexOf('/') + 1), target: path })
      },
    },
    limits
  )
  return found
}
