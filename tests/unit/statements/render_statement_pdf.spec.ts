import { inflateSync } from 'node:zlib'
import { test } from '@japa/runner'
import { renderStatementPdf } from '#app/statements/drawing/render_statement_pdf'
import { readPdf } from '#tests/unit/statements/read_pdf'
import { longStatement, statementSample } from '#tests/unit/statements/statement_sample'

test.group('Relevé en PDF : ce qu’il dit', () => {
  test('chaque montant imprimé est celui des données, au centime', async ({ assert }) => {
    const { text } = await readPdf(await renderStatementPdf(statementSample()))
    for (const amount of [
      '1 234,56 €', // forfait saisine
      '312,50 €', // 5 entretiens sur 7
      '100,00 €', // 2 entretiens, réduction déduite
      '412,50 €', // sous-total psychologique
      '-62,50 €', // régularisation
      '-10,01 €', // report
      '1 647,06 €', // prestations retenues
      '1 574,55 €', // total
    ]) {
      assert.include(text, amount)
    }
    assert.include(text, 'mille cinq cent soixante-quatorze euros et cinquante-cinq centimes')
  })

  test('les lignes de chaque prestation sont suivies de leur sous-total', async ({ assert }) => {
    const { text } = await readPdf(await renderStatementPdf(statementSample()))
    assert.include(text, 'Entretien psychologique, par acte')
    assert.include(text, 'plafond de 5 appliqué')
    assert.include(text, 'réduction de 25,00 €')
    assert.match(text, /Sous-total Entretien psychologique, 2.lignes/)
  })

  test('une fiche non retenue est dite avec son motif et ce qu’il faut faire', async ({
    assert,
  }) => {
    const { text } = await readPdf(await renderStatementPdf(statementSample()))
    assert.include(text, 'ELU-BBBB-0004')
    assert.include(text, 'Fiche reçue 12 jours après la date limite.')
    assert.include(text, 'Demander une dérogation à la coordination.')
    assert.include(text, 'Code HORS_DELAI')
  })

  test('une régularisation cite la ligne qu’elle corrige', async ({ assert }) => {
    const { text } = await readPdf(await renderStatementPdf(statementSample()))
    assert.include(text, 'ELUS-2026-00017, ligne 12')
    assert.include(text, 'Acte compté deux fois.')
    assert.include(text, 'Report du relevé ELUS-2026-00030')
  })

  test('le compte masqué, l’empreinte du journal et les mentions y sont', async ({ assert }) => {
    const data = statementSample()
    const { text } = await readPdf(await renderStatementPdf(data))
    assert.include(text, 'FR76 •••• •••• 1234, au nom de AAV EXEMPLE')
    assert.include(text, data.chainHead)
    assert.include(text, 'Relevé établi selon l’article 6 de la convention.')
  })

  test('chaque page dit son rang, et les données fictives', async ({ assert }) => {
    const { pages } = await readPdf(await renderStatementPdf(longStatement(150)))
    assert.lengthOf(pages, 4)
    pages.forEach((page, i) => {
      assert.include(page, `page ${i + 1} / 4`)
      assert.include(page, 'DONNÉES FICTIVES')
    })
  })

  test('l’en-tête du tableau revient sur chaque page où il continue', async ({ assert }) => {
    const { pages, text } = await readPdf(await renderStatementPdf(longStatement(150)))
    for (const page of pages.slice(0, 3)) assert.equal(page.split('Prix unitaire').length, 2)
    assert.include(pages[1]!, 'Forfait saisine, par saisine (suite)')
    for (let i = 1; i <= 150; i++) {
      assert.equal(text.split(`ELU-${String(i).padStart(6, '0')}`).length, 2)
    }
  })

  test('des données réelles ne portent pas la mention', async ({ assert }) => {
    const { text } = await readPdf(await renderStatementPdf(statementSample({ fictitious: false })))
    assert.notMatch(text, /fictives/i)
  })

  test('un total négatif ne donne pas de virement et se reporte', async ({ assert }) => {
    const carriedForward = { fromStatement: 'ELUS-2026-00030', amount: -170_456 }
    const negative = { carriedForward, total: -12_000, payable: 0, carried: -12_000 }
    const { text } = await readPdf(await renderStatementPdf(statementSample(negative)))
    assert.include(text, 'Solde de 120,00 € en faveur de la fédération, reporté')
    assert.include(text, 'la somme de moins cent vingt euros')
    assert.include(text, 'Montant à virer 0,00 €')
  })

  test('un relevé dont le total n’est pas la somme n’est pas rendu', async ({ assert }) => {
    const wrong = statementSample({ total: 157_456, payable: 157_456 })
    await assert.rejects(() => renderStatementPdf(wrong), /lists .*574,55.*total is .*574,56/)
    const kept = statementSample({ payable: 0 })
    await assert.rejects(() => renderStatementPdf(kept), /pays and carries 0,00/)
    const negative = statementSample({ payable: -1, carried: 157_456 })
    await assert.rejects(() => renderStatementPdf(negative), /pays less than nothing/)
  })

  test('un relevé sans ligne, fait de refus seulement, le dit', async ({ assert }) => {
    const nothing = { lines: [], corrections: [], carriedForward: null, total: 0, payable: 0 }
    const { pages } = await readPdf(await renderStatementPdf(statementSample(nothing)))
    assert.lengthOf(pages, 1)
    assert.include(pages[0]!, 'Aucune prestation retenue dans cette campagne.')
    assert.include(pages[0]!, 'ELU-BBBB-0004')
  })

  test('sans compte approuvé, le relevé dit quoi faire', async ({ assert }) => {
    const { text } = await readPdf(await renderStatementPdf(statementSample({ account: null })))
    assert.include(text, 'aucun compte bancaire approuvé. Déposez vos coordonnées sur le portail.')
  })

  test('un nom long ou hors de l’alphabet français reste lisible', async ({ assert }) => {
    const name = `Aide aux victimes de Łódź et de Bắc Ninh – ${'très '.repeat(30)}long nom`
    const association = { ...statementSample().association, name }
    const { text } = await readPdf(await renderStatementPdf(statementSample({ association })))
    assert.include(text, 'Łódź et de Bắc Ninh')
    assert.include(text.replace(/\s+/g, ' '), 'très très long nom')
  })

  test('les espaces fines des milliers sont celles de l’écran, pas un signe manquant', async ({
    assert,
  }) => {
    const streams = inflateStreams(await renderStatementPdf(statementSample()))
    assert.match(streams.join('\n'), /<202f>/)
    const shown = streams.filter((stream) => stream.includes('BDC')).flatMap(shownStrings)
    const codes = shown.flatMap((bytes) => bytes.match(/[^]{2}/g) ?? [])
    assert.isAbove(codes.length, 1000)
    assert.notInclude(codes, '\0\0') // le code du signe absent
  })
})

/** The bytes of the strings that a page shows, two a glyph (ISO 32000-1, 7.3.4.2). */
function shownStrings(content: string): string[] {
  const escapes: Record<string, string> = { r: '\r', n: '\n' }
  return [...content.matchAll(/\(((?:\\[^]|[^\\)])*)\)/g)].map(([, bytes]) =>
    bytes!.replace(/\\([^])/g, (_, byte: string) => escapes[byte] ?? byte)
  )
}

/** The document's deflated streams, in clear. */
function inflateStreams(pdf: Buffer): string[] {
  const streams = pdf
    .toString('latin1')
    .split(/stream\n/)
    .slice(1)
  return streams.map((stream) => {
    const bytes = Buffer.from(stream.slice(0, stream.indexOf('\nendstream')), 'latin1')
    return bytes[0] === 0x78 ? inflateSync(bytes).toString('latin1') : ''
  })
}
