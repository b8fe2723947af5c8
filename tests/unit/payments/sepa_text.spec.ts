import { test } from '@japa/runner'
import fc from 'fast-check'
import { isSepaIdentifier, isSepaText, toSepaText } from '#app/payments/pain001/sepa_text'

test.group('Texte SEPA', () => {
  test('un nom français garde ses mots et perd ses accents', ({ assert }) => {
    const spellings = [
      ['Élan d’Été – Écoute & Présence', "Elan d'Ete - Ecoute et Presence"],
      ['L’Œuvre du cœur', "L'OEuvre du coeur"],
      ['Garçon ÇA', 'Garcon CA'],
      ['SOS\u00a0Victimes\u202f: «\u00a0Aide\u00a0»', 'SOS Victimes : Aide'],
      ['R&D', 'R et D'],
      ['N°\u00a012', 'No 12'],
      ['Straße Łódź', 'Strasse Lodz'],
      ['1ᵉʳ étage…', '1er etage...'],
      ['a\u00adb\u200bc\ufeff', 'abc'],
      ['1\u00a0234,56\u00a0€', '1 234,56 EUR'],
      ['trop\t d’\n espaces ', "trop d' espaces"],
    ]
    for (const [typed, sent] of spellings) {
      assert.deepEqual(toSepaText(typed!, 140), { text: sent!, changed: true })
    }
  })

  test('un signe sans équivalent laisse un point, pour que sa perte se voie', ({ assert }) => {
    assert.equal(toSepaText('Cœur ♥ Ω 你', 70).text, 'Coeur . . .')
  })

  test('un accent tapé en deux signes se lit comme un accent tapé en un seul', ({ assert }) => {
    assert.equal(toSepaText('e\u0301te\u0301', 70).text, 'ete')
  })

  test('un texte déjà dans le jeu de caractères passe inchangé', ({ assert }) => {
    const text = "ASSOCIATION L'ELAN (75) /-?:().,'+ 0"
    assert.deepEqual(toSepaText(text, 70), { text, changed: false })
  })

  test('un texte trop long est coupé sans espace final, et le dit', ({ assert }) => {
    assert.deepEqual(toSepaText('abc def', 4), { text: 'abc', changed: true })
  })

  test('un identifiant tient en 35 signes, sans barre au bord ni double', ({ assert }) => {
    for (const id of ['DEC-2026-11-0001', 'A/B', 'x', 'A'.repeat(35)]) {
      assert.isTrue(isSepaIdentifier(id), id)
    }
    for (const id of ['', 'A'.repeat(36), '/A', 'A/', 'A//B', 'É1', 'A_B', ' A', 'A ']) {
      assert.isFalse(isSepaIdentifier(id), id)
    }
  })

  test('tout texte ressort dans le jeu, à sa longueur, et ne change plus ensuite', ({ assert }) => {
    const seed = Number(process.env.SEED ?? Date.now())
    console.log(`seed ${seed}`)
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 1, max: 70 }), (typed, max) => {
        const { text } = toSepaText(typed, max)
        assert.isTrue(isSepaText(text))
        assert.isAtMost(text.length, max)
        assert.deepEqual(toSepaText(text, max), { text, changed: false })
      }),
      { seed, numRuns: 500 }
    )
  })
})
