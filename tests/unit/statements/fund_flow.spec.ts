import { test } from '@japa/runner'
import { addFlows, flow } from '#app/ledger/flow/flow'
import type { FundFlowData } from '#app/statements/fund_flow/fund_flow_data'
import { renderFundFlowPdf } from '#app/statements/fund_flow/render_fund_flow_pdf'
import { renderFundFlowWorkbook } from '#app/statements/fund_flow/render_fund_flow_workbook'
import { readPdf } from '#tests/unit/statements/read_pdf'
import { statementSample } from '#tests/unit/statements/statement_sample'
import { travel } from '#tests/unit/statements/travel'

function sample(): FundFlowData {
  const { federation, chainHead } = statementSample()
  const before = flow({ received: 10_000, due: 4000, paid: 4000, toPay: 0 })
  const during = flow({ received: 90_000, due: 49_500, paid: 27_000, toPay: 22_500 })
  return {
    convention: { id: 1, code: 'AMF-2021', title: 'Essai', funder: 'Financeur', fictitious: true },
    year: 2026,
    before,
    during,
    end: addFlows(before, during),
    receipts: [{ reference: 'VRST-1', receivedOn: '2026-02-03', amountCents: 90_000 }],
    associations: [
      {
        code: 'AV01',
        name: 'Alpha',
        beforeCents: 0,
        dueCents: 49_500,
        paidCents: 27_000,
        toPayCents: 22_500,
      },
    ],
    closedUntil: '2026-12-31',
    federation,
    fictitious: true,
    madeOn: '2027-01-15',
    chainHead,
  }
}

test.group('Document d’emploi des fonds', () => {
  test('il dit reçu, payé, à payer et reste, et porte ses données', async ({ assert }) => {
    const { text, xmp, attachments } = await readPdf(await renderFundFlowPdf(sample()))
    const said = text.replaceAll(/\s+/g, ' ')
    for (const words of [
      'Emploi des fonds',
      'Comptes de l’année : clos jusqu’au 31 décembre 2026',
      'Payé 310,00 €, à payer 225,00 €, reste 465,00 €',
      'Reçu du financeur 100,00 € 900,00 € 1 000,00 €',
      'VRST-1 03/02/2026 900,00 €',
      'AV01 Alpha 0,00 € 495,00 € 270,00 € 225,00 €',
      'Données fictives',
    ])
      assert.include(said, words)
    assert.match(xmp, /<pdfaid:part>3<\/pdfaid:part>/)
    const [attached] = Object.values(attachments)
    assert.deepEqual(JSON.parse(new TextDecoder().decode(attached!.content)), sample())
  })

  test('les mêmes écritures donnent les mêmes octets, un autre jour et ailleurs', async ({
    assert,
    cleanup,
  }) => {
    const pdf = await renderFundFlowPdf(sample())
    const workbook = await renderFundFlowWorkbook(sample())
    cleanup(travel())
    assert.isTrue((await renderFundFlowPdf(sample())).equals(pdf))
    assert.isTrue((await renderFundFlowWorkbook(sample())).equals(workbook))
  })
})
