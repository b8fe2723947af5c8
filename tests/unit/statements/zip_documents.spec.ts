import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { test } from '@japa/runner'
import { unzipSync } from 'fflate'
import { zipDocuments, type NamedDocument } from '#app/statements/drawing/zip_documents'
import { travel } from '#tests/unit/statements/travel'

const AT = new Date('2026-11-22T09:30:00Z')

async function zip(entries: NamedDocument[]): Promise<Buffer> {
  const out = new PassThrough()
  const [bytes] = await Promise.all([buffer(out), zipDocuments(entries, out, AT)])
  return bytes
}

function document(name: string, text: string): NamedDocument {
  return { name, bytes: new TextEncoder().encode(text) }
}

test.group('Archive des documents d’une campagne', () => {
  test('chaque document y est, sous son nom, accents compris', async ({ assert }) => {
    const bytes = await zip([document('relevé-1.pdf', 'un'), document('relevé-2.xlsx', 'deux')])
    const files = unzipSync(bytes)
    assert.deepEqual(Object.keys(files), ['relevé-1.pdf', 'relevé-2.xlsx'])
    assert.equal(new TextDecoder().decode(files['relevé-2.xlsx']), 'deux')
  })

  test('les mêmes documents donnent la même archive, un autre jour et ailleurs', async ({
    assert,
    cleanup,
  }) => {
    const first = await zip([document('a.pdf', 'un')])
    cleanup(travel())
    assert.isTrue(first.equals(await zip([document('a.pdf', 'un')])))
  })

  test('deux documents du même nom sont refusés avant d’écrire', async ({ assert }) => {
    const out = new PassThrough()
    const entries = [document('a.pdf', 'un'), document('A.pdf', 'deux')]
    await assert.rejects(() => zipDocuments(entries, out, AT), /named A\.pdf/)
    assert.equal(out.readableLength, 0)
  })

  test('une campagne sans document donne une archive vide', async ({ assert }) => {
    assert.deepEqual(unzipSync(await zip([])), {})
  })
})
