import { test } from '@japa/runner'
import type { AttestationData } from '#app/statements/attestation_data'
import { renderAttestationPdf } from '#app/statements/drawing/render_attestation_pdf'
import { readPdf } from '#tests/unit/statements/read_pdf'
import { statementSample } from '#tests/unit/statements/statement_sample'
import { travel } from '#tests/unit/statements/travel'

function sample(): AttestationData {
  const { federation, association, chainHead } = statementSample()
  const payment = {
    issuedOn: '2026-03-02',
    executedOn: '2026-03-05',
    endToEndId: 'REL-2026-000001',
    convention: 'AMF-2021',
  }
  return {
    year: 2026,
    until: '2026-12-31',
    fictitious: true,
    federation,
    association,
    payments: [
      { ...payment, statement: 'REL-2026-000001', amount: 123_456 },
      { ...payment, statement: 'REL-2026-000009', amount: 100 },
    ],
    total: 123_556,
    chainHead,
  }
}

test.group('Attestation annuelle', () => {
  test('elle dit chaque virement, leur somme en chiffres et en lettres', async ({ assert }) => {
    const { text, xmp, markInfo, attachments } = await readPdf(await renderAttestationPdf(sample()))
    assert.include(text, 'Attestation annuelle')
    assert.include(text, 'du 1er janvier au 31 décembre 2026')
    assert.include(text, 'REL-2026-000009')
    assert.match(text, /Total, 2\svirements/)
    assert.include(
      text,
      'à la somme de mille deux cent trente-cinq euros et cinquante-six centimes.'
    )
    assert.match(xmp, /<pdfaid:part>3<\/pdfaid:part>\s*<pdfaid:conformance>A</)
    assert.isTrue(markInfo!.Marked)
    const [attached] = Object.values(attachments)
    assert.deepEqual(JSON.parse(new TextDecoder().decode(attached!.content)), sample())
  })

  test('les mêmes virements donnent les mêmes octets, un autre jour et ailleurs', async ({
    assert,
    cleanup,
  }) => {
    const here = await renderAttestationPdf(sample())
    cleanup(travel())
    assert.isTrue((await renderAttestationPdf(sample())).equals(here))
  })

  test('une somme qui n’est pas celle de ses lignes ne s’atteste pas', async ({ assert }) => {
    await assert.rejects(() => renderAttestationPdf({ ...sample(), total: 1 }), /add up/)
  })
})
