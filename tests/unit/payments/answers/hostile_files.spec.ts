import { test } from '@japa/runner'
import { readBankAnswer } from '#app/payments/answers/read_bank_answer'
import { isRefused } from '#app/shared/result'
import { camt } from '#tests/support/bank_files/camt'
import { cfonb, cfonbLines } from '#tests/support/bank_files/cfonb'
import { pain002 } from '#tests/support/bank_files/pain002'
import { answerOf, movementsOf, refusalOf } from '#tests/unit/payments/answers/read'

const statement = camt({ entries: [{ amount: -123_456, label: 'LIBELLE' }] }).toString()
const replaced = (from: string, to: string) => Buffer.from(statement.replace(from, to))

test.group('Fichiers étrangers ou hostiles', () => {
  test('ce qui n’est pas une réponse de banque est refusé en disant ce que c’est', ({ assert }) => {
    for (const [content, said] of [
      ['', 'il est vide'],
      ['%PDF-1.7 …', 'c’est un PDF'],
      ['PK\u0003\u0004…', 'c’est une archive ou un classeur'],
      [':20:RELEVE\n:25:FR76', 'c’est un relevé SWIFT'],
      ['date;libelle;montant\n1;2;3', 'c’est un tableau CSV'],
      ['bonjour', 'son contenu n’est pas reconnu'],
      ['<html><body>Erreur</body></html>', 'il n’est pas un message ISO 20022'],
      [statement.replace('camt.053.001.08', 'camt.053.001.13'), 'c’est un camt.053.001.13'],
      [statement.replace(/ xmlns="[^"]+"/, ''), 'il n’est pas un message ISO 20022'],
    ] as const) {
      const [reason] = refusalOf(Buffer.from(content))
      assert.include(reason!.message, said)
      assert.isNotEmpty(reason!.remedy)
    }
  })

  test('un fichier XML coupé, où que ce soit, est refusé', ({ assert }) => {
    for (let length = 0; length < statement.length - 1; length += 11) {
      assert.isNotEmpty(refusalOf(Buffer.from(statement.slice(0, length))))
    }
  })

  test('un DOCTYPE est refusé avant toute entité', ({ assert }) => {
    const bomb = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>`
    for (const declared of [bomb, bomb.toLowerCase(), '<!DOCTYPE x SYSTEM "file:///etc/passwd">']) {
      const [reason] = refusalOf(replaced('<Document', `${declared}<Document`))
      assert.include(reason!.message, 'DOCTYPE')
    }
  })

  test('une entité inconnue reste du texte, une entité numérique hostile ne casse rien', ({
    assert,
  }) => {
    const label = (text: string) => movementsOf(replaced('LIBELLE', text))[0]!.label
    assert.equal(label('&a;&a;'), '&a;&a;')
    for (const name of ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'AMP']) {
      assert.equal(label(`A &${name}; B`), `A &${name}; B`)
    }
    assert.equal(label('A&amp;B'), 'A&B')
    assert.equal(label('A&#0;B&#x8;C'), 'A B C')
    assert.equal(label('A&#x202e;B'), 'A B')
    assert.isTrue(label('A&#xD800;B')!.isWellFormed())
  })

  test('les noms de prototype, en éléments, attributs et codes, ne sont que du texte', ({
    assert,
  }) => {
    for (const name of ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty']) {
      const read = readBankAnswer(
        replaced('<Ntry>', `<Ntry ${name}="1"><${name}><Amt>5</Amt></${name}>`)
      )
      // The parser turns some of these names down: then the file is refused, never half read.
      if (isRefused(read)) assert.equal(read.refused[0]!.code, 'XML')
      else assert.equal(read.reports[0]!.movements[0]!.amount, -123_456)
      assert.equal(answerOf(pain002({ groupStatus: name })).groupStatus, name)
    }
    assert.isUndefined(({} as Record<string, unknown>)['Amt'])
  })

  test('un préfixe qui porte un nom de prototype n’est pas un espace de noms', ({ assert }) => {
    for (const prefix of ['constructor', 'toString', 'valueOf']) {
      const document = statement
        .replace('<Document', `<${prefix}:Document`)
        .replace('</Document', `</${prefix}:Document`)
      const [reason] = refusalOf(Buffer.from(document))
      assert.include(['XML', 'VERSION'], reason!.code)
    }
  })

  test('un texte d’un mégaoctet est coupé', ({ assert }) => {
    const [movement] = movementsOf(replaced('LIBELLE', 'A'.repeat(1_000_000)))
    assert.lengthOf(movement!.label!, 500)
    assert.isNotEmpty(refusalOf(replaced('1234.56', '1'.repeat(1_000_000))))
    assert.isNotEmpty(refusalOf(Buffer.from('0'.repeat(1_000_000))))
  })

  test('trop gros, trop long ou trop profond : refusé', ({ assert }) => {
    const nested = '<a>'.repeat(50_000) + '</a>'.repeat(50_000)
    const entry = /<Ntry>.*<\/Ntry>/s.exec(statement)![0]
    for (const [file, code] of [
      [Buffer.alloc(9 * 1024 * 1024, 0x20), 'TROP_GROS'],
      [replaced('<Ntry>', `${nested}<Ntry>`), 'XML'],
      [replaced(entry, entry.repeat(9_001)), 'TROP_LONG'],
      [replaced('<Ntry>', `${'<a/>'.repeat(700_000)}<Ntry>`), 'TROP_LONG'],
      [
        Buffer.from(cfonbLines({ movements: Array(9_001).fill({ amount: 1 }) }).join('\n')),
        'TROP_LONG',
      ],
    ] as const) {
      assert.equal(refusalOf(file)[0]!.code, code)
    }
  })

  test('les sommes de neuf mille lignes énormes restent exactes', ({ assert }) => {
    const movements = Array(4_000).fill({ amount: 999_999_999_999 })
    const [reason] = refusalOf(cfonb({ opening: 0, closing: 1, movements }))
    assert.equal(reason!.code, 'SOLDES')
    assert.include(reason!.message, '-39\u202f999\u202f999\u202f999\u202f959,99')
  })

  test('l’encodage annoncé est suivi, et un encodage faux est refusé', ({ assert }) => {
    const accented = statement.replace('LIBELLE', 'DÉCOMPTE')
    const latin = accented.replace('UTF-8', 'ISO-8859-1')
    assert.equal(movementsOf(Buffer.from(latin, 'latin1'))[0]!.label, 'DÉCOMPTE')
    assert.equal(movementsOf(Buffer.from(`\uFEFF${accented}`))[0]!.label, 'DÉCOMPTE')
    assert.equal(refusalOf(Buffer.from(accented, 'latin1'))[0]!.code, 'ENCODAGE')
    assert.equal(refusalOf(Buffer.from(accented.replace('UTF-8', 'klingon')))[0]!.code, 'ENCODAGE')
  })

  test('au plus dix raisons sont montrées', ({ assert }) => {
    const entries = Array.from({ length: 30 }, () => ({ amount: -1, currency: 'euros' }))
    assert.lengthOf(refusalOf(camt({ entries })), 10)
  })

  test('un message vide de tout est refusé', ({ assert }) => {
    for (const message of ['camt.053.001.08', 'camt.054.001.02', 'pain.002.001.10']) {
      const empty = `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:${message}"/>`
      assert.property(readBankAnswer(Buffer.from(empty)), 'refused')
    }
  })
})
