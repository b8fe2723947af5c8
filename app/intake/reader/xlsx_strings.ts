import type { SheetLimits } from './limits.ts'
import { refuse } from './refuse.ts'
import type { Archive } from './xlsx_archive.ts'
import { richText } from './xlsx_rich_text.ts'
import { readXml } from './xml_events.ts'

/** The texts that cells name by their rank; none when the workbook has no such part. */
export async function readStrings(
  archive: Archive,
  part: string | null,
  limits: SheetLimits
): Promise<string[]> {
  if (part === null || !archive.has(part)) return []
  const strings: string[] = []
  let characters = 0
  const text = richText()
  await readXml(
    archive.read(part),
    {
      open: text.open,
      text: text.text,
      close(name) {
        text.close(name)
        if (name !== 'si') return
        const string = text.take()
        characters += string.length
        strings.push(string)
        if (strings.length > limits.sharedStrings || characters > limits.sharedCharacters) {
          refuse('too_many_texts')
        }
      },
    },
    limits
  )
  return strings
}
