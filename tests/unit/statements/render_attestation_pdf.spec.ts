import { test } from '@japa/runner'
import type { AttestationData } from '#app/statements/attestation/attestation_data'
import { renderAttestationPdf } from '#app/statements/drawing/render_attestation_pdf'
import { readPdf } from '#tests/unit/statements/read_pdf'
import { statementSample } from '#tests/unit/statements/statement_sample'
import { travel } from '#tests/unit/statements/travel'

function sample(): AttestationData {
  const { federation, association, chainHead } = statementSample()
  const payment = {
    issuedOn: '2026-03-02',
    deed: 'executed' as const,
    on: '2026-03-05',
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
      { ...payment, statement: 'REL-2026-000009', amount: 200 },
      {
        ...payment,
        deed: 'returned',
        on: '2026-04-20',
        statement: 'REL-2026-000009',
        amount: -100,
      },
    ],
    total: 123_556,
    asked: [],
    chainHead,
  }
}

test.group('Attestation annuelle', () => {
  test('elle dit chaque virement, leur somme en chiffres et en lettres', async ({ assert }) => {
    const { text, xmp, markInfo, attachments } = await readPdf(await renderAttestationPdf(sample()))
    assert.include(text, 'Attestation annuelle')
    assert.include(text, 'du 1er janvier au 31 décembre 2026')
    assert.include(text, 'REL-2026-000009')
    assert.match(text, /Total, 3\sopérations/)
    assert.match(text, /exécuté le\s05\/03\/2026/)
    assert.match(text, /revenu le\s20\/04\/2026/)
    assert.notInclude(text, 'exécution demandée')
    assert.include(
      text,
      'à la somme de mille deux cent trente-cinq euros et cinquante-six centimes.'
    )
    assert.match(xmp, /<pdfaid:part>3<\/pdfaid:part>\s*<pdfaid:conformance>A</)
    assert.isTrue(markInfo!.Marked)
    const [attached] = Object.values(attachments)
    assert.deepEqual(JSON.parse(new TextDecoder().decode(attached!.content)), sample())
  })

  test('un virement que la banque n’a pas dit exécuté est dit demandé, hors du total', async ({
    assert,
  }) => {
    const { statement, issuedOn, endToEndId, convention } = sample().payments[0]!
    const transfer = { statement, issuedOn, endToEndId, convention }
    const waiting = { ...transfer, amount: 4_200, askedFor: '2026-11-24' }
    const { text } = await readPdf(await renderAttestationPdf({ ...sample(), asked: [waiting] }))
    assert.match(
      text,
      /42,00\s€\s: exécution demandée le 24\/11\/2026\. Il n’est pas dans le total\./
    )
    assert.match(text, /1\s235,56\s€/)
    const only = { ...sample(), payments: [], total: 0, asked: [waiting] }
    assert.include((await readPdf(await renderAttestationPdf(only))).text, 'la somme de zéro euro')
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
