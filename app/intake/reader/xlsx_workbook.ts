import type { SheetLimits } from './limits.ts'
import { refuse } from './refuse.ts'
import type { Archive } from './xlsx_archive.ts'
import { relationshipsOf } from './xlsx_relationships.ts'
import { readXml } from './xml_events.ts'

export interface Workbook {
  /** Day 0 is 1 January 1904 in workbooks born on old Macintoshes, 31 December 1899 elsewhere. */
  since1904: boolean
  /** The visible worksheets, in the order of their tabs. */
  sheets: { name: string; part: string }[]
  stylesPart: string | null
  stringsPart: string | null
}

const OTHER_PACKAGES: [part: string, what: string][] = [
  ['word/document.xml', 'un document Word'],
  ['ppt/presentation.xml', 'une présentation PowerPoint'],
  ['index/document.iwa', 'un document Apple (Numbers ou Pages)'],
]

/** Finds the parts of the workbook by its relationships, or says what the archive is instead. */
export async function readWorkbook(archive: Archive, limits: SheetLimits): Promise<Workbook> {
  for (const [part, what] of OTHER_PACKAGES) if (archive.has(part)) refuse('not_a_sheet', what)
  if (archive.has('mimetype')) refuse('other_sheet', 'au format LibreOffice (.ods ou voisin)')
  const roots = await relationshipsOf(archive, '', limits)
  const office = roots.find(({ type }) => type === 'officeDocument')
  if (!office) refuse('not_a_sheet', 'une archive ZIP')
  if (office.target.endsWith('.bin')) refuse('other_sheet', 'un classeur binaire (.xlsb)')
  const parts = await relationshipsOf(archive, office.target, limits)
  const { since1904, tabs } = await readTabs(archive, office.target, limits)

  const worksheets = new Map(
    parts.filter(({ type }) => type === 'worksheet').map(({ id, target }) => [id, target])
  )
  const sheets = tabs.flatMap(({ name, id }) => {
    const part = worksheets.get(id)
    return part === undefined ? [] : [{ name, part }]
  })
  const only = (wanted: string) => parts.find(({ type }) => type === wanted)?.target ?? null
  if (sheets.length === 0) refuse('no_sheet')
  return { since1904, sheets, stylesPart: only('styles'), stringsPart: only('sharedStrings') }
}

async function readTabs(archive: Archive, part: string, limits: SheetLimits) {
  let since1904 = false
  const tabs: { name: string; id: string }[] = []
  await readXml(
    archive.read(part),
    {
      open(element, attributes) {
        if (element === 'workbookPr') since1904 = /^(1|true)$/.test(attributes.date1904 ?? '')
        if (element !== 'sheet' || (attributes.state ?? 'visible') !== 'visible') return
        tabs.push({ name: attributes.name ?? '', id: relationshipId(attributes) })
      },
    },
    limits
  )
  return { since1904, tabs }
}

/** The attribute is r:id under whatever prefix the producer chose. */
function relationshipId(attributes: Record<string, string>): string {
  const name = Object.keys(attributes).find((key) => key.endsWith(':id')) ?? ''
  return attributes[name] ?? ''
}
