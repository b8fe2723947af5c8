import { test } from '@japa/runner'
import { renderStatementPdf } from '#app/statements/drawing/render_statement_pdf'
import { renderStatementWorkbook } from '#app/statements/drawing/render_statement_workbook'
import { statementShare } from '#app/statements/issue/statement_share'
import { readPdf } from '#tests/unit/statements/read_pdf'
import { statementSample } from '#tests/unit/statements/statement_sample'

const ABATEMENT = statementShare({
  kind: 'abatement',
  amount: -4278,
  due: 12_222,
  alreadyPaid: 16_500,
  leftCents: 20_000,
  runDueCents: 27_000,
  correctsStatement: '',
})!

function abated() {
  const sample = statementSample()
  const total = sample.total - 4278
  return { ...sample, shares: [ABATEMENT], total, payable: total, carried: 0 }
}

test.group('Relevé d’une enveloppe partagée', () => {
  test('l’abattement est une ligne du total, et dit la part et ce qui restait', async ({
    assert,
  }) => {
    const { text } = await readPdf(await renderStatementPdf(abated()))
    const said = text.replaceAll(/\s+/g, ' ')
    assert.include(said, 'Abattement au prorata de l’enveloppe -42,78 €')
    assert.include(
      said,
      'Il restait 200,00 € pour 270,00 € à régler : votre part est de 122,22 € sur 165,00 €. Le reste est repris par une prochaine campagne.'
    )
  })

  test('ce qui est repris nomme le relevé qui en manquait', ({ assert }) => {
    const share = statementShare({
      kind: 'arrears',
      amount: 4278,
      due: null,
      alreadyPaid: null,
      leftCents: null,
      runDueCents: null,
      correctsStatement: 'REL-2026-000001',
    })
    assert.equal(share!.label, 'Reprise de l’abattement du relevé REL-2026-000001')
    assert.isNull(statementShare({ ...ABATEMENT_LINE, kind: 'service' }))
  })

  test('un relevé dont l’abattement ne tombe pas juste n’existe pas', async ({ assert }) => {
    const wrong = { ...abated(), shares: [{ ...ABATEMENT, amount: -4277 }] }
    await assert.rejects(() => renderStatementPdf(wrong), /its total is/)
    assert.isAbove((await renderStatementWorkbook(abated())).length, 0)
  })
})

const ABATEMENT_LINE = {
  amount: 1,
  due: null,
  alreadyPaid: null,
  leftCents: null,
  runDueCents: null,
  correctsStatement: '',
}
