import { readFileSync, writeFileSync } from 'node:fs'
import { test } from '@japa/runner'
import fc from 'fast-check'
import { fileSource } from '#app/intake/reader/file_source'
import { SHEET_LIMITS } from '#app/intake/reader/limits'
import { RefusedFile } from '#app/intake/reader/refuse'
import { newPath, removeFiles, texts, workbookParts, zip } from '#tests/unit/intake/files'
import { seed } from '#tests/unit/shared/property_seed'

/** Reads to the end in this thread: anything but rows or a refusal is thrown. */
async function outcome(path: string): Promise<'read' | 'refused'> {
  try {
    const source = await fileSource(path, SHEET_LIMITS)
    await source.candidates()
    const choice = { candidate: 0, headerRow: 1, width: 3 }
    for await (const rows of source.rows(choice)) rows.length = 0
    return 'read'
  } catch (error) {
    if (error instanceof RefusedFile) return 'refused'
    throw error
  }
}

const changes = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 4 })

async function survives(original: Buffer): Promise<void> {
  const path = newPath('bin')
  await fc.assert(
    fc.asyncProperty(changes, fc.nat(), async (edits, cut) => {
      const bytes = Buffer.from(original)
      for (const [at, byte] of edits) bytes[at % bytes.length] = byte
      writeFileSync(path, cut % 5 === 0 ? bytes.subarray(0, cut % bytes.length) : bytes)
      await outcome(path)
    }),
    { seed, numRuns: 300 }
  )
}

test.group('Octets changés au hasard', (group) => {
  group.teardown(removeFiles)

  test('un classeur abîmé est lu ou refusé, jamais autre chose', async () => {
    const parts = workbookParts({
      sheets: [{ name: 'F', data: texts('reference', 'convention', 'x') + texts('a', 'b', 'c') }],
      strings: '<si><t>a</t></si>',
      styles: '<cellXfs><xf numFmtId="14"/></cellXfs>',
    })
    await survives(readFileSync(await zip(parts, { compress: false })))
    await survives(readFileSync(await zip(parts)))
  })

  test('un CSV abîmé est lu ou refusé, jamais autre chose', async () => {
    await survives(Buffer.from('reference;convention;x\r\n"é""a";b;\n\n"c\nd";œ;’\r'.repeat(3)))
    await survives(Buffer.from('\ufeffreference;convention\r\n"é";b\n', 'utf16le'))
  })
})
