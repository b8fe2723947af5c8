import { test } from '@japa/runner'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { renderStatementPdf } from '#app/statements/drawing/render_statement_pdf'
import type { StatementData } from '#app/statements/content/statement_data'
import { readPdf } from '#tests/unit/statements/read_pdf'
import { longStatement, statementSample } from '#tests/unit/statements/statement_sample'
import { travel } from '#tests/unit/statements/travel'

async function structureOf(data: StatementData): Promise<string> {
  const bytes = await renderStatementPdf(data)
  return bytes.toString('latin1')
}

test.group('Relevé en PDF : l’archive', () => {
  test('le document se déclare PDF/A-3a, balisé, en français', async ({ assert }) => {
    const bytes = await renderStatementPdf(statementSample())
    const { xmp, info, markInfo } = await readPdf(bytes)
    assert.match(xmp, /<pdfaid:part>3<\/pdfaid:part>\s*<pdfaid:conformance>A</)
    assert.isTrue(markInfo!.Marked)
    assert.equal(info.Language, 'fr-FR')
    assert.equal(info.PDFFormatVersion, '1.7')
    const structure = bytes.toString('latin1')
    assert.match(structure, /\/StructTreeRoot \d+ 0 R/)
    assert.match(structure, /\/OutputIntents \[\d+ 0 R\]/)
    assert.match(structure, /\/S \/GTS_PDFA1/)
    assert.notMatch(structure, /\/Encrypt|\/JavaScript|\/CA |\/ca /)
  })

  test('toutes les polices sont incorporées, avec leur table de caractères', async ({ assert }) => {
    const structure = await structureOf(statementSample())
    assert.lengthOf(structure.match(/\/FontFile2 /g)!, 2)
    assert.lengthOf(structure.match(/\/ToUnicode /g)!, 2)
    assert.notMatch(structure, /Helvetica/)
  })

  test('les tableaux sont balisés : lignes, en-têtes et portée', async ({ assert }) => {
    const structure = await structureOf(longStatement(150))
    const count = (entry: string) => structure.split(`${entry}\n`).length - 1
    assert.equal(count('/S /H1'), 1)
    // En-tête, titre du groupe, 150 lignes, sous-total ; en-tête et deux lignes du récapitulatif.
    assert.equal(count('/S /TR'), 1 + 1 + 150 + 1 + 3)
    assert.equal(count('/S /TH'), 9 + 1 + 150 + 1 + 2 + 2)
    assert.equal(count('/S /TD'), 150 * 8 + 4 + 2)
    assert.equal(count('/Scope /Column'), 9 + 2)
    assert.equal(count('/ColSpan 9'), 1)
  })

  test('les données du relevé y sont jointes, lisibles par une machine', async ({ assert }) => {
    const data = statementSample()
    const bytes = await renderStatementPdf(data)
    const { attachments } = await readPdf(bytes)
    const { content } = attachments['ELUS-2026-00042.json']!
    assert.deepEqual(JSON.parse(new TextDecoder().decode(content)), data)
    assert.match(bytes.toString('latin1'), /\/AFRelationship \/Data/)
  })

  test('un titre avec « & » et « < » n’abîme pas les métadonnées', async ({ assert }) => {
    const federation = { ...statementSample().federation, name: 'Aide & <Écoute> "A" \u0007' }
    const data = statementSample({ federation, number: 'A&B<1>' })
    const { xmp, info } = await readPdf(await renderStatementPdf(data))
    assert.isTrue(XMLValidator.validate(xmp.replace(/<\?xpacket[^>]*\?>/g, '')))
    const rdf = new XMLParser({ processEntities: true }).parse(xmp)['x:xmpmeta']['rdf:RDF']
    assert.include(JSON.stringify(rdf), 'Relevé de règlement A&B<1>')
    assert.equal(info.Title, 'Relevé de règlement A&B<1>')
  })

  test('les mêmes données donnent les mêmes octets, un autre jour et ailleurs', async ({
    assert,
    cleanup,
  }) => {
    const first = await renderStatementPdf(longStatement(60))
    cleanup(travel())
    // Un autre document entre les deux, avec des signes hors de l’alphabet, ne laisse pas de trace.
    await renderStatementPdf(statementSample({ number: 'Bắc\u00a0Ninh \u2011 Ω' }))
    const second = await renderStatementPdf(longStatement(60))
    assert.isTrue(first.equals(second))
  })

  test('la date de création est celle de l’émission', async ({ assert }) => {
    const { info, xmp } = await readPdf(await renderStatementPdf(statementSample()))
    assert.equal(info.CreationDate, 'D:20261122093000Z')
    assert.include(xmp, '<xmp:CreateDate>2026-11-22T09:30:00Z</xmp:CreateDate>')
  })
})
